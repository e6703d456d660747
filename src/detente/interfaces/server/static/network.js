// The network to be moved about in: everybody, with sigma. The picture and the table work without it.
(() => {
  "use strict";
  const box = document.querySelector("[data-explore]");
  if (!box) return;
  const button = box.querySelector("button");
  const stage = box.querySelector(".stage");
  const said = box.querySelector("[role=status]");
  const picture = [document.querySelector(".network").parentElement, document.querySelector(".legend")];
  const show = (moving) => {
    stage.hidden = !moving;
    picture.forEach((one) => { one.hidden = moving; });
    button.setAttribute("aria-pressed", String(moving));
  };
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  let drawn = null;
  box.hidden = false;

  const load = (src) => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = src;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });

  // Each state's people stand on an arc of their own, who has most ties nearest to the others.
  const placed = (nodes, pair) => {
    const columns = { left: [], middle: [], right: [] };
    nodes.forEach((node) => columns[node.state === pair[0] ? "left" : node.state === pair[1] ? "right" : "middle"].push(node));
    const places = new Map();
    for (const [side, found] of Object.entries(columns)) {
      found.forEach((node, at) => {
        const step = Math.ceil(at / 2) * (at % 2 ? 1 : -1);
        // The middle stands half a step lower, clear of the thickest lines.
        const y = found.length > 1 ? (step + (side === "middle" ? 0.5 : 0)) / found.length : 0;
        const bow = 1 + 0.9 * y * y;
        places.set(node.name, { side, x: side === "left" ? -bow : side === "right" ? bow : (at % 2 ? 0.12 : -0.12), y: 2.4 * y });
      });
    }
    return places;
  };

  const graphOf = (network, pair) => {
    const tied = new Set(network.ties.flatMap((tie) => [tie.left, tie.right]));
    const nodes = network.nodes.filter((node) => tied.has(node.name));
    const places = placed(nodes, pair);
    const colours = { left: colour("--left"), right: colour("--right"), middle: colour("--ink") };
    const graph = new graphology.UndirectedGraph();
    nodes.forEach((node) => {
      const place = places.get(node.name);
      graph.addNode(node.name, {
        label: node.name, x: place.x, y: place.y, id: node.id, color: colours[place.side],
        size: Math.min(4 + Math.sqrt(node.ties), 12),
      });
    });
    network.ties.forEach((tie) => {
      const key = graph.edge(tie.left, tie.right);
      const line = `${tie.left} · ${box.dataset[tie.kind]} · ${tie.right} (${tie.count})`;
      if (key) {
        graph.updateEdgeAttribute(key, "size", (size) => Math.min(size + tie.count * 0.4, 7));
        graph.updateEdgeAttribute(key, "told", (told) => [...told, line]);
      } else {
        graph.addEdge(tie.left, tie.right, { size: Math.min(1 + tie.count * 0.4, 7), color: colour("--soft"), told: [line] });
      }
    });
    return graph;
  };

  // Names stand outside the arcs, on paper of their own.
  const name = (on, node, settings) => {
    if (!node.label) return;
    on.font = `${settings.labelSize}px ${settings.labelFont}`;
    const left = sideOf(node) === "left";
    on.textAlign = left ? "right" : "left";
    const x = node.x + (left ? -1 : 1) * (node.size + 4);
    on.lineWidth = 4;
    on.strokeStyle = colour("--white");
    on.strokeText(node.label, x, node.y + settings.labelSize / 3);
    on.fillStyle = colour("--ink");
    on.fillText(node.label, x, node.y + settings.labelSize / 3);
  };
  const sideOf = (node) => (node.color === colour("--left") ? "left" : "right");

  const draw = async () => {
    await load(box.dataset.graphology);
    await load(box.dataset.sigma);
    const answer = await fetch(box.dataset.json, { headers: { Accept: "application/json" } });
    const graph = graphOf(await answer.json(), box.dataset.pair.split("-"));
    let over = null;
    const near = (node) => !over || node === over || graph.areNeighbors(node, over);
    const view = new Sigma(graph, stage, {
      labelColor: { color: colour("--ink") }, labelFont: "Helvetica, Arial, sans-serif", labelSize: 12,
      labelRenderedSizeThreshold: 3, labelDensity: 4, labelGridCellSize: 50, minCameraRatio: 0.1, maxCameraRatio: 3,
      stagePadding: 20, defaultDrawNodeHover: () => {}, defaultDrawNodeLabel: name,
      nodeReducer: (node, data) => (near(node) ? { ...data, forceLabel: Boolean(over) } : { ...data, color: colour("--line"), label: "" }),
      edgeReducer: (edge, data) => (!over ? data : graph.hasExtremity(edge, over) ? { ...data, color: colour("--ink"), zIndex: 1 } : { ...data, hidden: true }),
    });
    view.setCustomBBox({ x: [-2.7, 2.7], y: [-1.3, 1.3] });
    view.refresh();
    view.on("enterNode", ({ node }) => {
      over = node;
      said.textContent = graph.edges(node).flatMap((edge) => graph.getEdgeAttribute(edge, "told")).slice(0, 6).join("; ");
      view.refresh();
    });
    view.on("leaveNode", () => { over = null; said.textContent = ""; view.refresh(); });
    view.on("clickNode", ({ node }) => {
      const id = graph.getNodeAttribute(node, "id");
      if (id) location.href = `/actor/${id}${location.search.includes("as_of") ? `?as_of=${new URLSearchParams(location.search).get("as_of")}` : ""}`;
    });
    stage.dataset.nodes = graph.order;
    return view;
  };

  button.addEventListener("click", async () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    show(on);
    if (!on || drawn) return;
    try {
      drawn = await draw();
    } catch {
      show(false);
      box.hidden = true;
    }
  });
})();

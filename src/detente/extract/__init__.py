"""Extract: a parse becomes the rows of one article; one module and one public function a kind."""

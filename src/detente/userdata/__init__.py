"""Every write a reader makes: judgements, a registry of their own, collections, follows, who may enter.

Each function runs inside a transaction of its caller, and what it writes survives every rebuild. Who
is meant must be known already: these take ids.
"""

from detente.userdata.access import (
    Account,
    Scope,
    Token,
    account_of,
    accounts,
    check_account,
    make_token,
    put_account,
    remove_account,
    revoke_token,
    token_of,
    tokens,
)
from detente.userdata.judging import (
    Verdict,
    drop_layer,
    forget,
    judge_different,
    judge_name,
    judge_same,
    put_layer,
    reopen,
    touched_by,
)

__all__ = [
    "Account",
    "Scope",
    "Token",
    "Verdict",
    "account_of",
    "accounts",
    "check_account",
    "drop_layer",
    "forget",
    "judge_different",
    "judge_name",
    "judge_same",
    "make_token",
    "put_account",
    "put_layer",
    "remove_account",
    "reopen",
    "revoke_token",
    "token_of",
    "tokens",
    "touched_by",
]

"""The door's one function: ``advance(entry, event, now_s) -> (entry, effects)``; pure.

A refusal never says which of name, key and code was wrong; the name stays, everything secret is
typed anew.
"""

from dataclasses import replace

from kiosk.contract.offline_entry import LENGTH
from kiosk.staff.entry.events import (
    AskChallenge,
    Challenged,
    CloseAtCentral,
    EntryEffect,
    EntryEvent,
    GoOffline,
    LetIn,
    Refused,
    SetRole,
    SignInAtCentral,
    TryAnswer,
)
from kiosk.staff.entry.state import Entry
from kiosk.visit.events import Back, Continue, KeyPressed
from kiosk.visit.typing_keys import type_secret, type_text

LOGIN_LENGTH_MAX = 40
CODE_LENGTH = 6
_LOGIN_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789._-")

Moved = tuple[Entry, tuple[EntryEffect, ...]]


def advance(entry: Entry, event: EntryEvent, now_s: float) -> Moved:
    """The next state and what is to be done outside; ``now_s`` is monotonic."""
    entry = replace(entry, now_s=now_s)
    if entry.wait_until_s and now_s >= entry.wait_until_s:
        entry = replace(entry, wait_until_s=0.0)
    match event:
        case LetIn() | Refused() | Challenged() if event.request != entry.request:
            return entry, _unwanted(event)
        case LetIn(member=member):
            return replace(entry, checking=False, member=member), ()
        case Challenged(challenge=challenge):
            return replace(entry.at("challenge"), checking=False, challenge=challenge), ()
        case Refused():
            return _refused(entry, event, now_s), ()
        case _ if entry.checking:
            return entry, ()
        case Continue() if not entry.wait_s:
            return _go_on(entry)
        case Back():
            return _back(entry), ()
        case GoOffline() if entry.offline and entry.login:
            return entry.at("role"), ()
        case SetRole(role=role) if entry.step == "role":
            known = {str(name): name for name in entry.roles}
            return replace(entry, role=known.get(role, entry.role)), ()
        case _:
            return _typed(entry, event), ()


def may_continue(entry: Entry) -> bool:
    """What the step asks for has been typed."""
    if entry.checking or entry.wait_s:
        return False
    match entry.step:
        case "login":
            return bool(entry.login)
        case "key":
            return bool(entry.key.text)
        case "code":
            return len(entry.code) == CODE_LENGTH
        case "role":
            return True
        case "challenge":
            return len(entry.answer) == LENGTH


def _go_on(entry: Entry) -> Moved:
    if not may_continue(entry):
        return entry, ()
    match entry.step:
        case "login":
            return entry.at("key"), ()
        case "key":
            return replace(entry, step="code", error="", code=""), ()
        case "code":
            asked = entry.asking()
            key, code = entry.key.text, entry.code
            return asked, (SignInAtCentral(asked.request, entry.login, key, code, entry.needs),)
        case "role":
            asked = entry.asking()
            return asked, (AskChallenge(asked.request, entry.login, entry.role),)
        case "challenge":
            asked = entry.asking()
            return asked, (TryAnswer(asked.request, entry.answer),)


def _refused(entry: Entry, event: Refused, now_s: float) -> Entry:
    """Back to where the next try begins: another key, or the same challenge, or another one."""
    wait_until_s = now_s + event.wait_s if event.wait_s else 0.0
    entry = replace(entry, checking=False, error="", wait_until_s=wait_until_s)
    if entry.step == "challenge" and not event.tries_left:
        entry = replace(entry.at("role"), challenge=None)
    elif entry.step == "code":
        entry = entry.at("login" if event.code == "not-entitled" else "key")
    return replace(entry, error=event.code, tries_left=event.tries_left)


def _back(entry: Entry) -> Entry:
    match entry.step:
        case "code":
            return entry.at("key")
        case "challenge":
            return replace(entry.at("role"), challenge=None)
        case _:
            return entry.at("login")


def _typed(entry: Entry, event: EntryEvent) -> Entry:
    """One more key, where the step takes it."""
    match entry.step:
        case "login":
            if isinstance(event, KeyPressed):
                event = KeyPressed(event.char.lower())
            login = type_text(entry.login, event, LOGIN_LENGTH_MAX)
            fits = set(login) <= _LOGIN_SIGNS and not login.startswith((".", "_", "-"))
            if not fits or login == entry.login:
                return entry
            return replace(entry, login=login, error="")
        case "key":
            key = type_secret(entry.key, event)
            error = "" if key.text != entry.key.text else entry.error
            return replace(entry, key=key, error=error)
        case "code":
            code = type_text(entry.code, event, CODE_LENGTH)
            return replace(entry, code=code) if code == "" or code.isdecimal() else entry
        case "challenge":
            if isinstance(event, KeyPressed):
                event = KeyPressed(event.char.upper())
            answer = type_text(entry.answer, event, LENGTH)
            fits = all(letter.isascii() and letter.isalpha() for letter in answer)
            return replace(entry, answer=answer) if fits else entry
        case "role":
            return entry


def _unwanted(event: EntryEvent) -> tuple[EntryEffect, ...]:
    """An answer nobody waits for; a session that it opened has no owner and is closed."""
    if isinstance(event, LetIn) and event.member.session:
        return (CloseAtCentral(event.member.session),)
    return ()

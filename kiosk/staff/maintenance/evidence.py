"""What a printer's job says of its end, in codes that have words on the screen.

The driver writes its evidence in English for the journal, phrase after phrase; a phrase that is
not known here is shown as it stands, never left out.
"""

import re

_PHRASES = {
    r"process id (\d+)": "process_id_heard",
    r"queued reply (\d+)": "queued_reply_heard",
    r"cut ok": "cut_ok",
    r"motor idle": "motor_rests",
    r"printed": "all_printed",
    r"ticket at output": "ticket_out",
    r"(\d+ of \d+) parts proved": "parts_proved",
    r"no byte was sent": "nothing_sent",
    r"buffer cleared": "buffer_cleared",
    r"buffer not cleared": "buffer_not_cleared",
    r"counters unchanged": "counters_unchanged",
    r"the printer was reset(?: during the copy)?": "was_reset",
    r"not mended within (\d+) s": "not_mended",
    r"the line vanished": "line_vanished",
    r"the line could not be opened": "line_not_opened",
    r"the printer reports it": "printer_reports",
    r"error status after the last fence": "error_after",
    r"no progress": "no_progress",
    r"the copy took too long": "too_long",
    r"no ticket at the output": "no_ticket",
    r"the printer says that it lost bytes": "lost_bytes",
    r"nothing that this model says is a proof": "no_proof_known",
    r"its markers are not counted": "markers_not_counted",
    r"it does not say that its line is empty": "line_not_empty",
    r"(?:power-up )?counters? unreadable before the job": "counters_unreadable",
}
_KNOWN = tuple((re.compile(pattern), code) for pattern, code in _PHRASES.items())
CODES = frozenset(_PHRASES.values())
AS_IT_STANDS = "said"


def in_codes(evidence: str) -> tuple[tuple[str, str], ...]:
    """Every phrase as a code and the number in it.

    >>> in_codes("process id 0042, cut ok")
    (('process_id_heard', '0042'), ('cut_ok', ''))
    >>> in_codes("no progress; 1 of 3 parts proved; the moon was full")
    (('no_progress', ''), ('parts_proved', '1/3'), ('said', 'the moon was full'))
    """
    phrases = (phrase.strip() for phrase in re.split(r"[;,]", evidence))
    return tuple(_code(phrase) for phrase in phrases if phrase)


def _code(phrase: str) -> tuple[str, str]:
    for pattern, code in _KNOWN:
        found = pattern.fullmatch(phrase)
        if found:
            value = found[1] if pattern.groups else ""
            return code, value.replace(" of ", "/")
    return AS_IT_STANDS, phrase

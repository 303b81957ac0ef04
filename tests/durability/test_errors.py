"""The short version: a few I/O errors and full disks in a purchase."""

import errno
from pathlib import Path

import pytest

from tests.durability.errors import fail_at
from tests.durability.stage import SCRIPTS
from tests.durability.zygote import Zygote
from tests.proofs.outcome import Outcome


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("error", "for_ever", "only_syncs", "at"),
    # The first syncs belong to the start, which is refused; these strike a purchase.
    [(errno.EIO, False, True, 10), (errno.ENOSPC, True, False, 45)],
)
def test_a_disk_that_fails_stops_the_sale_and_loses_nothing(
    zygote: Zygote, tmp_path: Path, error: int, at: int, for_ever: bool, only_syncs: bool
) -> None:
    outcome = Outcome("errors")
    fail_at(
        tmp_path,
        zygote,
        SCRIPTS[0],
        (at,),
        error,
        outcome,
        for_ever=for_ever,
        only_syncs=only_syncs,
    )
    assert outcome.broken == []
    assert (outcome.tried["failed"], outcome.tried["ended 74"]) == (1, 1)

import pytest

from tests.portal.conftest import CODE, Portal

PATH = "/v1/public/verifications"


def test_a_program_learns_the_state_and_is_counted(portal: Portal) -> None:
    portal.codes.put("valid")
    answers = [portal.http.post(PATH, json={"code": "abcd-2345"}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert [answer.json()["checks"] for answer in answers] == [1, 2]
    found = answers[0].json()
    assert found["state"] == "valid"
    assert found["registration_number"] == "00052310"
    assert found["issued_at"] == "2026-11-21T15:00:00Z"
    assert found["valid_until"] == "2027-01-20T15:00:00Z"
    assert "content" not in found


@pytest.mark.parametrize("state", ["in_process", "void"])
def test_the_other_states_are_told_without_counting(portal: Portal, state: str) -> None:
    portal.codes.put(state)
    found = portal.http.post(PATH, json={"code": CODE}).json()
    assert (found["state"], found["checks"], found["first_check_at"]) == (state, 0, None)


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"code": "ZZZZZZZZ"}, 404, "not-found"),
        ({"code": "ABC"}, 422, "malformed"),
        ({"code": ""}, 422, "malformed"),
        ({"code": "A" * 41}, 422, "malformed"),
        ({"code": CODE, "more": 1}, 422, "malformed"),
        ({"code": 12345678}, 422, "malformed"),
        ([], 422, "malformed"),
    ],
)
def test_bad_questions_get_a_problem(portal: Portal, body: object, status: int, code: str) -> None:
    answer = portal.http.post(PATH, json=body)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["code"] == code


def test_programs_are_slowed_down_like_people(portal: Portal) -> None:
    answers = [portal.http.post(PATH, json={"code": "ZZZZZZZZ"}) for _ in range(31)]
    assert [answer.status_code for answer in answers] == [404] * 30 + [429]
    assert answers[-1].json()["code"] == "throttled"

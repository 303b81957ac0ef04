"""Numbers for a monitoring system: ``GET /metrics`` in Prometheus's text format, nobody's data.

Counters and times belong to the process that answers: each process has a registry of its own, and
``dispensador_started_seconds`` names the process. A scraper that reaches several processes behind
one address sees one of them at a time: give each its own port to the scraper. The gauges read from
the database (open alerts, incidents) are the same in all of them.
"""

import os
from collections.abc import Iterable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from central.alerts.tables import Alert
from central.operations.sequence import Answer
from central.records.tables import Incident
from central.services import Services
from central.sweeper import Sweeper
from kiosk.contract.messages import OperationState

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Metrics:
    """What one application counts."""

    def __init__(self, services: Services) -> None:
        self._registry = CollectorRegistry()
        self._messages = Counter(
            "dispensador_messages",
            "Requests answered, by route and outcome (ok or the problem's code)",
            ("path", "outcome"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "dispensador_request_seconds",
            "Time to answer",
            ("path",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._operations = Counter(
            "dispensador_operations",
            "Operations that became held, declined, captured, captured late or void",
            ("became",),
            registry=self._registry,
        )
        hashes = Gauge(
            "dispensador_key_hashes", "Argon2 hashes at work", ("phase",), registry=self._registry
        )
        hashes.labels("running").set_function(lambda: services.hasher.running)
        hashes.labels("waiting").set_function(lambda: services.hasher.waiting)
        started = Gauge(
            "dispensador_started_seconds",
            "Start of this process, seconds since 1970",
            ("process",),
            registry=self._registry,
        )
        started.labels(str(os.getpid())).set(services.now().timestamp())
        self._failures = Counter(
            "dispensador_sweeper_failures",
            "Rounds of a job of the sweeper that broke",
            ("job",),
            registry=self._registry,
        )
        self._registry.register(_Tables(services))

    def watch(self, sweeper: Sweeper) -> None:
        """Show how long ago the sweeper came round."""
        idle = Gauge(
            "dispensador_sweeper_idle_seconds",
            "Since the sweeper's last round",
            registry=self._registry,
        )
        idle.set_function(lambda: sweeper.idle_s)

    def job_failed(self, job: str) -> None:
        """A job of the sweeper broke."""
        self._failures.labels(job).inc()

    def answered(self, path: str, outcome: str, seconds: float) -> None:
        """A request got its answer; ``path`` is the route's template, never the path itself."""
        self._messages.labels(path, outcome).inc()
        self._seconds.labels(path).observe(seconds)

    def settled(self, answer: Answer) -> None:
        """A money message was answered; a repeated one changed nothing and is not counted."""
        if answer.repeated:
            return
        late = answer.operation.late and answer.operation.state is OperationState.CAPTURED
        became = "captured-late" if late else answer.operation.state.value.lower()
        self._operations.labels(became).inc()

    def text(self) -> bytes:
        """Everything, as a scraper reads it."""
        return generate_latest(self._registry)


class _Tables(Collector):
    """Gauges read from the database when somebody asks."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def describe(self) -> Iterable[Metric]:
        """Nothing is read at registration."""
        return ()

    def collect(self) -> Iterable[Metric]:
        """Counts by kind; without a database only the news that it is away."""
        up = GaugeMetricFamily("dispensador_database_up", "1: the database answers")
        try:
            incidents, alerts = self._services.database.run(self._counts)
        except SQLAlchemyError:
            up.add_metric((), 0)
            return (up,)
        up.add_metric((), 1)
        return (
            up,
            _family("dispensador_incidents_unsettled", "Incidents nobody settled", incidents),
            _family("dispensador_alerts_open", "Alerts that are open", alerts),
        )

    def _counts(self, db: Session) -> tuple[dict[str, int], dict[str, int]]:
        chamber = self._services.chamber
        incidents = db.execute(
            select(Incident.kind, func.count())
            .where(Incident.chamber_code == chamber, Incident.settled_at.is_(None))
            .group_by(Incident.kind)
        ).all()
        alerts = db.execute(
            select(Alert.rule, func.count())
            .where(Alert.chamber_code == chamber, Alert.closed_at.is_(None))
            .group_by(Alert.rule)
        ).all()
        return _counted(incidents), _counted(alerts)


def _counted(rows: Iterable[tuple[str, int]]) -> dict[str, int]:
    return dict(rows)


def _family(name: str, about: str, counts: dict[str, int]) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, about, labels=("kind",))
    for kind, count in sorted(counts.items()):
        family.add_metric((kind,), count)
    return family

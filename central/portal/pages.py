"""Renders the portal's pages: everything escaped, one style sheet allowed by its hash."""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from kiosk.documents.paper_time import paper_instant


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("central.portal", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["instant"] = paper_instant
    return environment


@cache
def _style() -> tuple[str, str]:
    """The style sheet and its hash for the content security policy."""
    sheet = (files("central.portal") / "templates" / "portal.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    return sheet, f"sha256-{digest}"


def page(template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page with headers that allow it nothing but its own style and form."""
    sheet, digest = _style()
    html = _environment().get_template(template).render(style=sheet, **values)
    return HTMLResponse(
        html,
        status,
        {
            "Content-Security-Policy": (
                f"default-src 'none'; style-src '{digest}'; form-action 'self'; base-uri 'none'; "
                "frame-ancestors 'none'"
            ),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "X-Robots-Tag": "noindex",
            "Cache-Control": "no-store",
        },
    )

"""``/docs``: the API's description as one page that works without network and without scripts."""

import base64
import hashlib
from html import escape
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

_STYLE = """
body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}
code{font-family:monospace;background:#eef1f5;padding:0 .2em}
h2{border-top:1px solid #767676;padding-top:1rem;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid #767676;padding:.25rem .5rem;text-align:left;vertical-align:top}
"""
_REFERENCE = "#/components/schemas/"


def router() -> APIRouter:
    """The page about the application that is asked."""
    pages = APIRouter()

    @pages.get("/docs", include_in_schema=False)
    def docs(request: Request) -> HTMLResponse:
        """The whole description, readable."""
        digest = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
        policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'"
        return HTMLResponse(
            page(request.app.openapi()), headers={"Content-Security-Policy": policy}
        )

    return pages


def page(description: dict[str, Any]) -> str:
    """The description as HTML."""
    info = description["info"]
    title = escape(f"{info['title']} {info['version']}")
    schemas = description.get("components", {}).get("schemas", {})
    operations = [
        _operation(method, path, operation)
        for path, methods in description["paths"].items()
        for method, operation in methods.items()
    ]
    return "".join(
        (
            "<!doctype html><html lang='en'><head><meta charset='utf-8'>",
            f"<meta name='viewport' content='width=device-width'><title>{title}</title>",
            f"<style>{_STYLE}</style></head><body><h1>{title}</h1>",
            "<p>The same for programs: <a href='/openapi.json'>openapi.json</a>. Requests of ",
            "devices are signed (RFC 9421); every refusal is a <a href='#Problem'>Problem</a>.</p>",
            *operations,
            *(_schema(name, schema) for name, schema in sorted(schemas.items())),
            "</body></html>",
        )
    )


def _operation(method: str, path: str, operation: dict[str, Any]) -> str:
    asked = operation.get("requestBody", {}).get("content", {})
    replies = operation.get("responses", {})
    rows = [("body", _type(content.get("schema", {}))) for content in asked.values()]
    for status, reply in replies.items():
        contents = reply.get("content", {}).values()
        types = [_type(content.get("schema", {})) for content in contents]
        rows.append((escape(status), ", ".join(types) or escape(reply.get("description", ""))))
    cells = "".join(f"<tr><th>{name}</th><td>{text}</td></tr>" for name, text in rows)
    about = escape(operation.get("description", operation.get("summary", "")))
    head = f"{escape(method.upper())} {escape(path)}"
    return f"<h2><code>{head}</code></h2><p>{about}</p><table>{cells}</table>"


def _schema(name: str, schema: dict[str, Any]) -> str:
    required = set(schema.get("required", ()))
    rows = "".join(
        f"<tr><td><code>{escape(field)}</code>{'' if field in required else ' (optional)'}</td>"
        f"<td>{_type(value)}</td><td>{escape(_bounds(value))}</td></tr>"
        for field, value in schema.get("properties", {}).items()
    )
    values = ", ".join(f"<code>{escape(str(value))}</code>" for value in schema.get("enum", ()))
    about = escape(schema.get("description", ""))
    return f"<h2 id='{escape(name)}'>{escape(name)}</h2><p>{about}</p>{values}<table>{rows}</table>"


def _type(schema: dict[str, Any]) -> str:
    """A schema in words, with links to what it names."""
    if "$ref" in schema:
        name = escape(schema["$ref"].removeprefix(_REFERENCE))
        return f"<a href='#{name}'>{name}</a>"
    for key in ("anyOf", "oneOf", "allOf"):
        if key in schema:
            return " or ".join(_type(option) for option in schema[key])
    if "const" in schema:
        return f"<code>{escape(str(schema['const']))}</code>"
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    words = [str(schema.get("type", "any")), str(schema.get("format", ""))]
    return escape(" ".join(word for word in words if word))


def _bounds(schema: dict[str, Any]) -> str:
    names = ("minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "pattern")
    return ", ".join(f"{name} {schema[name]}" for name in names if name in schema)

"""The API: reads always, writes with --edit."""

from fastapi import APIRouter

from firsthand.faces.web.api_reads import reads
from firsthand.faces.web.api_writes import writes


def api(*, edit: bool) -> APIRouter:
    """All of it; without `edit` the reads alone."""
    whole = APIRouter()
    whole.include_router(reads)
    if edit:
        whole.include_router(writes)
    return whole

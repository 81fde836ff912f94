"""The API for people: what its OpenAPI document says, in short."""

from dataclasses import asdict, dataclass
from typing import Any, ClassVar

from firsthand.faces.web.page import Json


@dataclass(frozen=True, slots=True)
class Operation:
    method: str
    path: str
    summary: str
    parameters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ApiPage:
    template: ClassVar[str] = "api.html"
    operations: tuple[Operation, ...]
    edit: bool

    def to_json(self) -> Json:
        return {"schema": "firsthand/api/1", "operations": [asdict(o) for o in self.operations]}


def described(openapi: dict[str, Any], *, edit: bool) -> ApiPage:
    found = [
        Operation(
            method.upper(),
            path,
            operation.get("summary", ""),
            tuple(p["name"] for p in operation.get("parameters", ())),
        )
        for path, methods in openapi["paths"].items()
        for method, operation in methods.items()
    ]
    return ApiPage(tuple(found), edit)

"""The published JSON of an event: in a trace's articles, and in the statements of an export."""

from typing import Any

from firsthand.model.event import Event, Party


def event_to_json(event: Event) -> dict[str, Any]:
    return {
        "actors": [
            {
                "name": a.name,
                "part": a.part.value,
                "naming": a.naming.value,
                "span": list(a.span),
            }
            for a in event.actors
        ],
        "actions": [
            {
                "verb": a.verb,
                "doer": _party(a.doer),
                "object": _party(a.object),
                "negated": a.negated,
                "span": list(a.span),
            }
            for a in event.actions
        ],
        "places": [{"name": p.name, "span": list(p.span)} for p in event.places],
        "dates": [
            {
                "said": d.said,
                "first_day": d.start,
                "last_day": d.end,
                "grain": d.grain.value,
                "anchor": d.anchor,
                "rule": d.rule,
                "span": list(d.span),
            }
            for d in event.dates
        ],
        "numbers": [
            {
                "said": n.said,
                "least": n.least,
                "most": n.most,
                "unit": n.unit,
                "span": list(n.span),
            }
            for n in event.numbers
        ],
        "whether": {
            "polarity": event.whether.polarity.value,
            "span": list(event.whether.span) if event.whether.span else None,
        },
    }


def _party(party: Party | None) -> dict[str, Any] | None:
    return {"name": party.name, "span": list(party.span)} if party else None

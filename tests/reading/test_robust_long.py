"""A document of 40,000 words: read to its end, in time and memory that keep in proportion."""

import json
import subprocess
import sys

PROGRAM = """
import json, time
from pathlib import Path
from firsthand.reading.reader import Reader

reader = Reader(threads=1)
filler = "The ship is blue and it has two masts, and the quay is old and made of grey stone. " * 4
unit = filler + "\\n\\n“Shed {} is shut,” said Ana Reyes.\\n\\n"
seconds = []
for units in (60, 570):
    text = "".join(unit.replace("{}", str(n)) for n in range(units))
    began = time.process_time()
    reading = reader.read(text)
    seconds.append(time.process_time() - began)
# its own peak: the one that getrusage tells begins with that of whoever started it
status = Path("/proc/self/status")
peak = int(status.read_text().split("VmHWM:")[1].split()[0]) if status.exists() else 0
said = [reading.words(s.content) for s in reading.statements]
print(json.dumps({
    "words": len(text.split()),
    "seconds": seconds,
    "sources": [s.name for s in reading.sources],
    "said": said,
    "megabytes": peak / 1024,
}))
"""


def test_forty_thousand_words() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, timeout=600
    )
    found = json.loads(done.stdout)
    assert found["words"] > 40_000
    assert found["sources"] == ["Ana Reyes"]
    assert found["said"][0] == "“Shed 0 is shut,”"
    assert found["said"][-1] == "“Shed 569 is shut,”"
    assert len(found["said"]) > 540
    assert found["megabytes"] < 400
    small, large = found["seconds"]
    assert large < 3 * 9.5 * small

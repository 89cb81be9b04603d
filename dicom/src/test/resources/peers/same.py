"""Whether pydicom finds the same in a file written by Trabecula as in the original, and in its JSON (PS3.18 annex F).

usage: same.py ORIGINAL WRITTEN JSON
Prints every difference, and nothing when there is none.
"""
import array
import json
import sys

import pydicom
from pydicom.multival import MultiValue

PIXELS = 0x7FE00010
CHARACTER_SET = 0x00080005
NUMBERS = {"DS", "IS", "FL", "FD"}
BYTES = {"OB", "OW", "OF", "OD", "OL", "UN"}


def simple(element, value):
    if isinstance(value, (MultiValue, list)):
        return [simple(element, one) for one in value]
    if value in (None, "", b""):
        return None
    if element.VR in NUMBERS:
        return float(value)
    if element.VR in BYTES:
        return bytes(value).rstrip(b"\0")
    return str(value).rstrip(" ") if element.VR != "AT" else int(value)


def compare(place, one, other, pixels):
    tags = {e.tag for e in one if not e.tag.element == 0} | {e.tag for e in other if not e.tag.element == 0}
    for tag in sorted(tags):
        if tag == PIXELS and not pixels or tag == CHARACTER_SET and place.startswith("JSON"):
            continue  # JSON has no form for compressed pixels, and its text is Unicode
        here, there = one.get(tag), other.get(tag)
        at = f"{place}{tag}"
        if here is None or there is None:
            print(at, "is in one only")
        elif tag.is_private and (there.VR == "UN" or not original.is_little_endian):
            # pydicom knows the elements of some manufacturers; in big endian it swaps what the file says is unknown.
            pass
        elif here.VR == "SQ":
            if len(here.value or []) != len(there.value or []):
                print(at, len(here.value or []), "items,", len(there.value or []), "items")
            for number, pair in enumerate(zip(here.value or [], there.value or [])):
                compare(f"{at}[{number}]", *pair, pixels)
        elif simple(here, here.value) != simple(there, there.value):
            print(at, here.VR, repr(here.value)[:80], "became", repr(there.value)[:80])


original = pydicom.dcmread(sys.argv[1], force=True)
if not original.is_little_endian:
    pixels = array.array("H", original.PixelData)
    pixels.byteswap()
    original.PixelData = pixels.tobytes()
written = pydicom.dcmread(sys.argv[2])
with open(sys.argv[3], encoding="utf-8") as source:
    model = pydicom.dataset.Dataset.from_json(json.load(source), bulk_data_uri_handler=lambda uri: b"")
compare("", original, written, True)
compare("JSON ", written, model, not written.file_meta.TransferSyntaxUID.is_encapsulated)

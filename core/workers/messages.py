"""Plain-data messages between this process and its child interpreters.

A message is a dictionary of numpy arrays and of what JSON can hold. On the wire it is one
frame: a letter for its kind, the length, and an ``npz`` archive. Nothing is ever pickled, so
a message can carry data but never code.
"""

from __future__ import annotations

import io
import json
import struct
from typing import IO, Any

import numpy as np

from .. import errors as error_module
from ..errors import TerritoryError
from ..texts import Figure, Text

# Entries are arrays, or None, bool, int, float, str, and lists and dictionaries of these.
Message = dict[str, Any]

START = b"S"
REQUEST = b"Q"
READY = b"Y"
RESULT = b"R"
PROGRESS = b"P"
REFUSAL = b"T"
FAILURE = b"F"
CANCELLED = b"C"
MEMORY = b"M"
DIED = b"D"  # never on the wire: what the parent finds out by itself

_HEADER = struct.Struct(">cQ")


def encode(message: Message) -> bytes:
    """Message as bytes.

    Raises
    ------
    TypeError
        If the message holds anything but arrays of plain numbers or text, and JSON values.
    """
    arrays: list[np.ndarray[Any, Any]] = []
    array_names: list[str] = []
    values: dict[str, object] = {}
    for name, value in message.items():
        if isinstance(value, np.ndarray):
            if value.dtype.hasobject:
                raise TypeError(f"message entry {name!r} holds Python objects")
            arrays.append(value)
            array_names.append(name)
        else:
            values[name] = value
    text = json.dumps({"arrays": array_names, "values": values}, default=_plain)
    buffer = io.BytesIO()
    np.savez(buffer, np.frombuffer(text.encode("utf-8"), dtype=np.uint8), *arrays)
    return buffer.getvalue()


def decode(content: bytes) -> Message:
    """Inverse of :func:`encode`."""
    with np.load(io.BytesIO(content), allow_pickle=False) as archive:
        description = json.loads(archive["arr_0"].tobytes().decode("utf-8"))
        message: Message = dict(description["values"])
        for position, name in enumerate(description["arrays"], start=1):
            message[name] = archive[f"arr_{position}"]
    return message


def write_frame(stream: IO[bytes], kind: bytes, message: Message) -> None:
    """Write one frame and flush."""
    content = encode(message)
    stream.write(_HEADER.pack(kind, len(content)))
    stream.write(content)
    stream.flush()


def read_frame(stream: IO[bytes]) -> tuple[bytes, Message]:
    """Read one frame.

    Raises
    ------
    EOFError
        If the other side has closed the stream.
    """
    kind, length = _HEADER.unpack(_read_exactly(stream, _HEADER.size))
    return kind, decode(_read_exactly(stream, length))


def text_message(text: Text) -> Message:
    """Words for the user as a message, so that the boundary can still translate them."""
    return {
        "template": text.template,
        "values": {name: _plain_or_text(value) for name, value in text.values.items()},
        "singular": text.singular,
        "number": text.number,
    }


def text_from(message: Message) -> Text:
    """Inverse of :func:`text_message`."""
    values = {name: _with_figure(value) for name, value in message["values"].items()}
    return Text(message["template"], values, message["singular"], message["number"])


def refusal_message(error: TerritoryError) -> Message:
    """An error for the user as a message, so that it arrives with template and values."""
    return {"class": type(error).__name__, **text_message(error.text)}


def refusal_from(message: Message) -> TerritoryError:
    """Inverse of :func:`refusal_message`; kinds defined elsewhere become the base class."""
    kind: type[TerritoryError] = getattr(error_module, message["class"], TerritoryError)
    return kind(text_from(message))


def _read_exactly(stream: IO[bytes], length: int) -> bytes:
    parts = []
    while length:
        part = stream.read(min(length, 1 << 24))
        if not part:
            raise EOFError
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


def _plain(value: object) -> object:
    if isinstance(value, np.generic):
        return value.item()
    raise TypeError(f"a message cannot hold {type(value).__name__}")


def _plain_or_text(value: object) -> object:
    if isinstance(value, Figure):
        return {"figure": float(value), "specification": value.specification}
    if isinstance(value, np.generic):
        value = value.item()
    return value if isinstance(value, (bool, int, float, str, type(None))) else str(value)


def _with_figure(value: Any) -> object:
    """Inverse of :func:`_plain_or_text` for what is no text."""
    return Figure(value["figure"], value["specification"]) if isinstance(value, dict) else value

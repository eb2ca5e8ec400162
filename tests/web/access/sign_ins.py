"""Who is answered what at the door, and at one's own account."""

from __future__ import annotations

from tests.web.access_table import KINDS, Row, access

UNKNOWN = {"token": "x" * 32}
EVERYBODY_IN = {kind: 200 for kind in KINDS if kind != "public"}

ROWS = (
    Row("sign_ins.show_sign_in", answers=access(200)),
    Row("sign_ins.send_sign_in", "POST", answers=access(422)),
    Row("sign_ins.open_link", args=lambda _w: UNKNOWN, answers=access(404)),
    Row(
        "sign_ins.come_in",
        "POST",
        args=lambda _w: UNKNOWN,
        data=lambda _w: {"own_device": "yes"},
        answers=access(404),
    ),
    Row("sign_ins.send_code", "POST", answers=access(422)),
    Row("sign_ins.send_device", "POST", answers=access(404, **EVERYBODY_IN)),
    Row("sign_ins.show_leave", answers=access(303, **EVERYBODY_IN)),
    Row("sign_ins.leave", "POST", answers=access(303)),
    Row("sign_ins.me", answers=access(404, **EVERYBODY_IN)),
    Row("sign_ins.send_password", "POST", answers=access(422, public=404)),
    Row("sign_ins.send_language", "POST", answers=access(422, public=404)),
    Row("sign_ins.send_news", "POST", answers=access(303, public=404)),
    Row("sign_ins.end", "POST", answers=access(303, public=404)),
)

"""A browser tab that types into forms and presses buttons, spoken to over Streamlit's websocket without a browser."""

from __future__ import annotations

from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import connect

SECONDS = 180
WIDGETS = ("text_area", "text_input", "button", "radio")


class EditingSession:
    """One open tab: `text` is all that the page shows, `errors` every exception that it was shown."""

    def __init__(self, address: str, query: str) -> None:
        self._socket = connect(
            f"ws://{address}/_stcore/stream", subprotocols=["streamlit"], max_size=None, compression=None
        )
        self._query, self._pages = query, dict[str, str]()
        self._page = ""
        self._begin()
        self.errors: list[str] = []

    def _begin(self) -> None:
        self._widgets: dict[tuple[str, str], Any] = {}
        self._texts: list[str] = []

    @property
    def text(self) -> str:
        return "\n".join(self._texts)

    def has(self, kind: str, label: str) -> bool:
        return (kind, label) in self._widgets

    def open(self, address: str, query: str = "") -> None:
        """Go to a page of the application."""
        self._query = query or self._query
        if not self._pages:
            self._run([])
        self._page = self._pages[address]
        self._run([])

    def type(self, label: str, text: str) -> None:
        """Fill a field and let the page run, remembering it for what is pressed next."""
        self._typed = WidgetState(id=self._widgets["text_area", label].id, string_value=text)
        self._run([self._typed])

    def press(self, label: str, *also: WidgetState) -> None:
        """Press a button with what was typed."""
        self._run([*also, WidgetState(id=self._widgets["button", label].id, trigger_value=True)])

    def save_typed(self) -> None:
        self.press("Save", self._typed)

    def choose_mine_everywhere(self) -> list[WidgetState]:
        """Choose the own version in every choice of a conflict."""
        radios = [widget for (kind, _), widget in self._widgets.items() if kind == "radio" and "Mine" in widget.options]
        return [WidgetState(id=one.id, string_value="Mine") for one in radios]

    def close(self) -> None:
        self._socket.close()

    def _run(self, states: list[WidgetState]) -> None:
        message = BackMsg()
        message.rerun_script.query_string = self._query
        message.rerun_script.page_script_hash = self._page
        message.rerun_script.widget_states.widgets.extend(states)
        self._begin()
        self._socket.send(message.SerializeToString())
        self._hear()

    def _hear(self) -> None:
        while True:
            message = ForwardMsg.FromString(self._socket.recv(timeout=SECONDS))
            kind = message.WhichOneof("type")
            if kind == "delta":
                self._take(message.delta)
            elif kind == "navigation":
                self._pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
                self._page = message.navigation.page_script_hash or self._page
            elif kind == "page_info_changed":
                self._query = message.page_info_changed.query_string
            elif kind == "new_session":
                self._begin()
            elif kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return

    def _take(self, delta: Any) -> None:
        element = delta.new_element
        kind = element.WhichOneof("type")
        if kind in WIDGETS:
            widget = getattr(element, kind)
            self._widgets[kind, widget.label] = widget
        elif kind == "html":
            self._texts.append(element.html.body)
        elif kind == "exception":
            self.errors.append(element.exception.message)

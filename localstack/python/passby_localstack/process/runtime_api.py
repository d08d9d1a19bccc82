"""The Lambda runtime API of one execution environment (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html)."""

import queue
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

NEXT = "/2018-06-01/runtime/invocation/next"
RESTORE = "/2018-06-01/runtime/restore/next"
INIT_ERROR = "/2018-06-01/runtime/init/error"


@dataclass(frozen=True)
class Invocation:
    """One event for the function."""

    request_id: str
    payload: str
    function_arn: str
    trace_id: str
    deadline_ms: int

    def headers(self) -> dict[str, str]:
        return {
            "Lambda-Runtime-Aws-Request-Id": self.request_id,
            "Lambda-Runtime-Deadline-Ms": str(self.deadline_ms),
            "Lambda-Runtime-Invoked-Function-Arn": self.function_arn,
            "Lambda-Runtime-Trace-Id": self.trace_id,
        }


@dataclass(frozen=True)
class Answer:
    """What the function made of an event."""

    request_id: str
    body: bytes
    is_error: bool


class RuntimeApi:
    """Serves one process on a free loopback port: hands it events, takes its answers."""

    def __init__(self) -> None:
        self.asked = threading.Event()  # the process has started and asked for its first event, or failed to start
        self.init_error: bytes | None = None
        self._events: queue.Queue[Invocation | None] = queue.Queue()
        self._answers: queue.Queue[Answer] = queue.Queue()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler_of(self))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, name="runtime-api", daemon=True).start()

    @property
    def address(self) -> str:
        """Value of AWS_LAMBDA_RUNTIME_API."""
        return f"127.0.0.1:{self._server.server_address[1]}"

    def hand(self, invocation: Invocation) -> None:
        self._events.put(invocation)

    def answer(self, request_id: str, seconds: float) -> Answer | None:
        """The answer to that event; None when there is none within so many seconds. Late answers to earlier events are dropped."""
        try:
            answer = self._answers.get(timeout=max(0.0, seconds))
        except queue.Empty:
            return None
        return answer if answer.request_id == request_id else self.answer(request_id, seconds)

    def close(self) -> None:
        self._events.put(None)
        self._server.shutdown()
        self._server.server_close()

    def next_event(self) -> Invocation | None:
        self.asked.set()
        return self._events.get()

    def take(self, answer: Answer) -> None:
        self._answers.put(answer)

    def take_init_error(self, body: bytes) -> None:
        self.init_error = body
        self.asked.set()


def _handler_of(api: RuntimeApi) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        wbufsize = -1

        def log_message(self, format: str, *args) -> None:
            """Events and answers hold plates: nothing is logged."""

        def do_GET(self) -> None:
            if self.path == NEXT:
                event = api.next_event()
                if event is None:
                    self._send(500)  # the environment ends
                else:
                    self._send(200, event.payload.encode(), event.headers())
            else:
                self._send(200 if self.path == RESTORE else 404)

        def do_POST(self) -> None:
            body = self._body()
            self._send(202)
            if self.path == INIT_ERROR:
                api.take_init_error(body)
            elif self.path.endswith(("/response", "/error")):
                request_id, outcome = self.path.split("/")[-2:]
                api.take(Answer(request_id, body, outcome == "error"))

        def _body(self) -> bytes:
            if "chunked" not in (self.headers.get("Transfer-Encoding") or "").lower():
                return self.rfile.read(int(self.headers.get("Content-Length") or 0))
            chunks = []
            while size := int(self.rfile.readline().split(b";")[0], 16):
                chunks.append(self.rfile.read(size))
                self.rfile.readline()
            while self.rfile.readline().strip():
                pass  # trailers, such as the type of a late error
            return b"".join(chunks)

        def _send(self, status: int, body: bytes = b"{}", headers: dict[str, str] | None = None) -> None:
            self.send_response(status)
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            self.wfile.flush()

    return Handler

"""The one fake: the cable between desk and server, which can be cut, garbled, or plugged into something else."""

import select
import socket
import ssl
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

PIECE = 65_536
PORTAL = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 26\r\nConnection: close\r\n\r\n"
    b"<html>Hotel sign-in</html>"
)
Change = Callable[[bytes], bytes]


def unchanged(piece: bytes) -> bytes:
    """As it came."""
    return piece


def older_desk(piece: bytes) -> bytes:
    """The desk says that it is of an older version."""
    return piece.replace(b"desk/0.1.0", b"desk/0.0.9")


class Cable:
    """Carries bytes between `url` and the server's port; each change of its state breaks the connections there are."""

    def __init__(self, port: int, tls: ssl.SSLContext | None = None) -> None:
        self._port = port
        self._tls = tls
        self._up: Change = unchanged
        self._portal = self._unplugged = False
        self._cut_after: int | None = None
        self._state = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"{'https' if tls else 'http'}://localhost:{self._listener.getsockname()[1]}"
        self._threads = [threading.Thread(target=self._accept, name="cable")]
        self._threads[0].start()

    def set(
        self,
        *,
        up: Change = unchanged,
        portal: bool = False,
        cut_after: int | None = None,
        unplugged: bool = False,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        """What happens from now on: change what the desk says, answer in its stead, cut answers after some bytes.

        `cut_after=0` lets the server do what it was asked and loses its answer, when there is one: a long poll hangs
        until then. `unplugged` ends every connection at once.
        """
        self._up, self._portal, self._cut_after, self._unplugged = up, portal, cut_after, unplugged
        self._tls = tls or self._tls
        self._state += 1

    def close(self) -> None:
        """Pull it out."""
        self._state = -1
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join()

    def _accept(self) -> None:
        while True:
            try:
                desk, _ = self._listener.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._serve, args=(desk, self._state), name="cable-connection")
            self._threads.append(thread)
            thread.start()

    def _serve(self, desk: socket.socket, state: int) -> None:
        with desk:
            desk.settimeout(5)
            if self._unplugged:
                return
            try:
                if self._tls:
                    desk = self._tls.wrap_socket(desk, server_side=True)
                if self._portal:
                    desk.recv(PIECE)
                    desk.sendall(PORTAL)
                    return
                with socket.create_connection(("127.0.0.1", self._port), timeout=5) as server:
                    self._carry(desk, server, state)
            except OSError:
                return
            finally:
                desk.close()

    def _carry(self, desk: socket.socket, server: socket.socket, state: int) -> None:
        left = self._cut_after
        while self._state == state:
            waiting = isinstance(desk, ssl.SSLSocket) and desk.pending()
            readable = [desk] if waiting else select.select([desk, server], [], [], 0.05)[0]
            for end in readable:
                piece = end.recv(PIECE)
                if not piece:
                    return
                if end is desk:
                    server.sendall(self._up(piece))
                    continue
                desk.sendall(piece if left is None else piece[:left])
                if left is not None:
                    left -= len(piece)
                    if left <= 0:
                        return


def certificate(folder: Path, name: str) -> tuple[ssl.SSLContext, Path]:
    """TLS for localhost with a certificate of its own; whoever has the file trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder(who, who, key.public_key(), x509.random_serial_number())
    builder = builder.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    pem = serialization.Encoding.PEM
    file = folder / f"{name}.pem"
    file.write_bytes(builder.sign(key, hashes.SHA256()).public_bytes(pem))
    private = folder / f"{name}.key"
    private.write_bytes(key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file, private)
    return context, file

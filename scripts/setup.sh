#!/bin/sh
# Prepares a checkout: the shared libraries of the system, then .venv with exactly the packages of constraints.txt.
#
#   sh scripts/setup.sh              for running, testing and checking
#   sh scripts/setup.sh bundle       also what PyInstaller needs
#
# Needs python3 (3.11 or later) and a POSIX shell. Does nothing when all is in place. Missing Debian packages are installed
# when the user may do so (root, or sudo without a question); otherwise the command for it is printed and nothing is created.
set -eu
cd "$(dirname "$0")/.."
purpose=${1-}
python=${PYTHON:-python3}
stamp=.venv/.stamp

say() { printf '%s\n' "$*" >&2; }
fail() { say "setup: $*"; exit 1; }

command -v "$python" >/dev/null 2>&1 || fail "Python 3.11 or later is needed; on Debian: sudo apt-get install python3 python3-venv"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
  fail "$("$python" --version) is too old: 3.11 or later is needed (PYTHON=/path/to/python3.11 chooses another one)"
# In an activated environment python3 is a link inside the very folder that may have to be made anew.
python=$("$python" -c 'import sys; print(getattr(sys, "_base_executable", None) or sys.executable)')

# One fingerprint for all that the environment is made of; the folder is in it because an environment cannot be moved.
fingerprint() {
  "$python" - <<'PY'
import hashlib
import os
import sys

digest = hashlib.sha256(repr((os.getcwd(), os.path.realpath(sys.executable), sys.version)).encode())
for name in ("pyproject.toml", "constraints.txt"):
    with open(name, "rb") as file:
        digest.update(file.read())
print(digest.hexdigest())
PY
}

# The Debian packages that are missing, found by really loading the libraries: this holds for other systems too.
missing_packages() {
  "$python" - "$purpose" <<'PY'
import ctypes
import importlib.util
import shutil
import sys

LIBRARIES = {
    # Qt on any platform, the offscreen one included
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    # windows on X11
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-image.so.0": "libxcb-cursor0",
    "libxcb-render-util.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
missing = []
if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
    missing.append("python3-venv")
if sys.platform.startswith("linux"):
    if sys.argv[1] == "bundle":
        # PyInstaller copies the interpreter's shared library and reads what each library needs with objdump
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        LIBRARIES[f"libpython{version}.so.1.0"] = f"libpython{version}"
        if not shutil.which("objdump"):
            missing.append("binutils")
    for library, package in LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            if package not in missing:
                missing.append(package)
print(*missing)
PY
}

packages=$(missing_packages)
if [ -n "$packages" ]; then
  # shellcheck disable=SC2086 # one word for each package
  if ! command -v apt-get >/dev/null 2>&1; then
    say "setup: libraries are missing on this system. Debian calls their packages:"
    say "  $packages"
    fail "install the same libraries with the package manager of this system, then repeat the command"
  elif [ "$(id -u)" = 0 ]; then
    as_root='env'
  elif command -v sudo >/dev/null 2>&1 && sudo -n true >/dev/null 2>&1; then
    as_root='sudo -n env'
  else
    as_root=''
  fi
  line="sudo apt-get update && sudo apt-get install -y --no-install-recommends $packages"
  if [ -z "$as_root" ]; then
    say "setup: Debian packages are missing and this user may not install them. Run as an administrator:"
    say ""
    say "  $line"
    say ""
    fail "stopped; nothing was changed. Repeat the command afterwards."
  fi
  say "setup: installing the Debian packages $packages"
  # shellcheck disable=SC2086
  { $as_root DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 update -qq &&
    $as_root DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 install -y -qq --no-install-recommends $packages >/dev/null; } ||
    fail "apt-get failed; nothing else was changed. The command was: $line"
  packages=$(missing_packages)
  [ -z "$packages" ] || fail "still missing after the installation: $packages"
fi

# One set-up at a time: the lock belongs to this shell's descriptor and goes with it.
exec 9>.venv.lock
"$python" -c 'import fcntl; fcntl.flock(9, fcntl.LOCK_EX)'
wanted=$(fingerprint)
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && .venv/bin/python -c '' 2>/dev/null; then
  exit 0
fi
# An environment without its stamp is half made; one whose interpreter or folder is gone cannot be used.
if [ ! -f "$stamp" ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
  say "setup: creating .venv"
  rm -rf .venv
  "$python" -m venv .venv || { rm -rf .venv; fail "python3 could not create .venv"; }
fi
rm -f "$stamp"
say "setup: installing the Python packages of constraints.txt (some minutes the first time)"
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
.venv/bin/python -m pip install --quiet --require-hashes -r constraints.txt ||
  fail "pip could not install the packages; repeat the command when the network is back"
.venv/bin/python -m pip install --quiet --no-deps --no-build-isolation -e .
printf '%s\n' "$wanted" >"$stamp"
say "setup: ready"

#!/bin/sh
# Builds dist/dispensador, a folder that runs without Python, and lets it check itself. Everything PyInstaller needs is in place.
set -eu
cd "$(dirname "$0")/.."
mkdir -p build
log=build/bundle.log
echo 'bundle: building dist/dispensador'
.venv/bin/python -m PyInstaller --noconfirm --clean --log-level WARN --distpath dist --workpath build/pyinstaller kiosk.spec >"$log" 2>&1 || {
  tail -n 40 "$log" >&2
  echo "bundle: PyInstaller failed; the whole log is in $log" >&2
  exit 1
}
# A missing library is only a warning to PyInstaller, but the plugin that needs it will not start on the dispenser.
if grep -E 'Library not found' "$log" | grep -E '/plugins/(platforms|xcbglintegrations|egldeviceintegrations|wayland)' >&2; then
  echo 'bundle: a platform plugin lacks its libraries; install them and build again' >&2
  exit 1
fi
for file in platforms/libqxcb.so platforms/libqoffscreen.so platforms/libqwayland.so; do
  find dist/dispensador -path "*/plugins/$file" | grep -q . || echo "bundle: note: $file is not in the bundle"
done
du -sh dist/dispensador | sed 's/^/bundle: /'
echo 'bundle: self-check'
QT_QPA_PLATFORM=offscreen dist/dispensador/dispensador --selfcheck
echo 'bundle: ready'

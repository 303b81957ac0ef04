#!/bin/sh
# Installs a bundle beside the versions that are there, switches over, and switches back if the new one does not get healthy.
#   install.sh FOLDER        the unpacked bundle (dist/dispensador)
# Nothing of the running version is touched before the new one has checked itself; the copy that is being printed is finished.
set -eu
PREFIX=${PREFIX:-/opt/dispensador}
UNIT=${UNIT:-dispensador.service}
SYSTEMCTL=${SYSTEMCTL:-systemctl}
PROBATION_S=${PROBATION_S:-60}
CONFIG=${CONFIG:-/etc/dispensador/dispensador.toml}
# The store belongs to the dispenser's user; what this script does to it is done as that user.
AS_USER=${AS_USER-runuser -u dispensador --}
KEPT=3

say() { printf 'install: %s\n' "$*"; }
stop() {
  printf 'install: %s\n' "$*" >&2
  exit 1
}

point_to() { # one rename: there is never a moment without a version
  ln -sfn "versions/$1" "$PREFIX/current.new"
  mv -fT "$PREFIX/current.new" "$PREFIX/current"
  sync
}

is_healthy() { # started, still there after the probation, and never restarted meanwhile
  $SYSTEMCTL start "$UNIT" || return 1
  waited=0
  while [ "$waited" -lt "$PROBATION_S" ]; do
    [ "$($SYSTEMCTL show --property=ActiveState --value "$UNIT")" = active ] || return 1
    [ "$($SYSTEMCTL show --property=NRestarts --value "$UNIT")" = 0 ] || return 1
    sleep 1
    waited=$((waited + 1))
  done
}

source=${1:?'usage: install.sh FOLDER'}
[ -x "$source/dispensador" ] || stop "$source is no bundle"
version=$("$source/dispensador" version) || stop 'the bundle does not run on this machine'
case $version in *[!0-9A-Za-z.+-]* | '') stop "a version is not called '$version'" ;; esac
before=$(readlink "$PREFIX/current" 2>/dev/null || true)
before=${before#versions/}
[ "$version" != "$before" ] || stop "$version is what runs already"

say "$version: copying and checking"
mkdir -p "$PREFIX/versions"
rm -rf "$PREFIX/versions/$version" "$PREFIX/versions/$version.part"
cp -a "$source" "$PREFIX/versions/$version.part"
mv "$PREFIX/versions/$version.part" "$PREFIX/versions/$version"
new=$PREFIX/versions/$version/dispensador
QT_QPA_PLATFORM=offscreen "$new" --selfcheck >/dev/null || stop "$version does not pass its own check; $before goes on"
sync

say "$version: switching over"
$SYSTEMCTL stop "$UNIT" || true
point_to "$version"
if is_healthy; then
  say "$version runs"
  # The versions longest untouched go; the one before stays at hand.
  ls -1t "$PREFIX/versions" | grep -Fxv -e "$version" -e "$before" | tail -n +"$KEPT" | while IFS= read -r old; do
    rm -rf "${PREFIX:?}/versions/$old"
  done
  exit 0
fi

[ -n "$before" ] || stop "$version does not get healthy, and there is no version before it"
say "$version does not get healthy; back to $before"
$SYSTEMCTL stop "$UNIT" || true
# Only the newer program knows the way back to the older one's tables; no fact is lost on it.
schema=$("$PREFIX/versions/$before/dispensador" store schema)
$AS_USER "$new" store downgrade "$schema" --config "$CONFIG" || stop "the store stays as $version left it; call for support, do not delete anything"
point_to "$before"
is_healthy || stop "$before does not get healthy either: see journalctl -u $UNIT"
stop "$version was taken back; $before runs"

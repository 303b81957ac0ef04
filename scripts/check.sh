#!/bin/sh
# Everything about the code that is not a test. Goes through all the checks and names at the end those that failed.
set -u
cd "$(dirname "$0")/.."
bin=.venv/bin
failed=

check() {
  name=$1
  shift
  printf '\n--- %s\n' "$name"
  "$@" || failed="$failed, $name"
}

qml_lint() {
  # Without -W 0 it prints its warnings and succeeds. The singletons are linted apart: named beside the files that
  # import them, they are read without their qmldir and taken for ordinary types.
  find ui/qml -name '*.qml' ! -path 'ui/qml/Dispensador/*' -exec "$bin/pyside6-qmllint" -W 0 -I ui/qml {} + &&
    find ui/qml/Dispensador -name '*.qml' -exec "$bin/pyside6-qmllint" -W 0 -I ui/qml {} +
}

qml_format() {
  find ui -name '*.qml' | {
    status=0
    while IFS= read -r file; do
      "$bin/pyside6-qmlformat" "$file" | cmp -s - "$file" || {
        echo "$file is not formatted: $bin/pyside6-qmlformat -i $file"
        status=1
      }
    done
    exit $status
  }
}

check 'format' "$bin/python" -m ruff format --check .
check 'lint' "$bin/python" -m ruff check .
check 'types' "$bin/python" -m mypy
check 'import rules' "$bin/lint-imports" --no-logo
check 'screens: lint' qml_lint
check 'screens: format' qml_format
check 'translations' "$bin/python" scripts/check_translations.py
check 'migrations' "$bin/python" scripts/check_migrations.py
check 'declared dependencies' "$bin/python" -m deptry .
check 'known vulnerabilities' "$bin/python" scripts/check_audit.py

if [ -n "$failed" ]; then
  printf '\nFAILED: %s\n' "${failed#, }"
  exit 1
fi
printf '\nAll checks passed.\n'

# Sourced by ./demo, ./test and .ci/run: makes .venv in the project's folder and installs the project into it.
# Works on a bare Debian 12+ or Ubuntu 24.04: installs what the distribution leaves out of its Python, if it may.

project=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
venv="$project/.venv"

say() { printf '%s\n' "$*" >&2; }
fail() { say "$@"; exit 1; }

# may_install: whether system packages can be installed without asking anybody.
may_install() {
  command -v apt-get >/dev/null 2>&1 || return 1
  [ "$(id -u)" -eq 0 ] || sudo -n true >/dev/null 2>&1
}

# install_system PACKAGE...: install system packages; fails if that is not possible.
install_system() {
  may_install || return 1
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
  say "Installing $* ..."
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q </dev/null >/dev/null 2>&1
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" \
    </dev/null >/dev/null 2>&1
}

# find_python: print the first Python that is at least 3.11; $PYTHON goes before all others.
find_python() {
  local candidate
  for candidate in ${PYTHON:+"$PYTHON"} python3 python3.13 python3.12 python3.11 /usr/bin/python3; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
      printf '%s' "$candidate"
      return 0
    fi
  done
  return 1
}

# pip_install WHAT...: quiet where it works, telling all where it does not.
pip_install() {
  local log
  log=$(mktemp)
  if ! "$venv/bin/python" -m pip install "$@" </dev/null >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    fail "Installation failed (pip install $*); is there a network?"
  fi
  rm -f "$log"
}

# make_venv: create .venv if there is none that works.
make_venv() {
  "$venv/bin/python" -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && return 0
  local python
  if ! python=$(find_python); then
    install_system python3 python3-venv || fail "Recoupe needs Python 3.11 or later. Install it: sudo apt install python3 python3-venv"
    python=$(find_python) || fail "Recoupe needs Python 3.11 or later; this system offers an older one."
  fi
  if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    local version
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    install_system "python$version-venv" || install_system python3-venv ||
      fail "Python's venv module is missing. Install it, then run this command again: sudo apt install python3-venv"
  fi
  say "Making $venv ..."
  rm -rf "$venv"
  "$python" -m venv "$venv" || fail "The virtual environment could not be made in $venv."
  # Pip as old as Debian's misreads a dependency with an extra (lxml[html_clean]).
  pip_install --upgrade pip
}

# prepare EXTRA: the project with an extra (or "" for none) in .venv; quick when nothing has changed.
prepare() {
  make_venv
  local extra=$1 stamp want
  stamp="$venv/.installed-${extra:-base}"
  want=$(cksum <"$project/pyproject.toml")
  if [ "$(cat "$stamp" 2>/dev/null)" != "$want" ]; then
    say "Installing Recoupe${extra:+ with its $extra tools} ..."
    pip_install -e "$project${extra:+[$extra]}"
    printf '%s' "$want" >"$stamp"
  fi
}

# find_chromium: print the path of a Chromium that tests can drive (Ubuntu's is a stub that needs snapd).
find_chromium() {
  local name path
  for name in ${RECOUPE_CHROMIUM:+"$RECOUPE_CHROMIUM"} chromium chromium-browser google-chrome google-chrome-stable; do
    path=$(command -v "$name" 2>/dev/null) || continue
    if timeout 60 "$path" --version </dev/null >/dev/null 2>&1; then
      printf '%s' "$path"
      return 0
    fi
  done
  return 1
}

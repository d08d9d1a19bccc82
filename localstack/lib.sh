# Shared by up, down and test: finds Python, keeps its environment, builds what is deployed. Source it, do not run it.
. "$(dirname "${BASH_SOURCE[0]}")/../scripts/lib.sh"

export PASSBY_ROOT=$PWD
TARGET=$PWD/localstack/target
VENV=$TARGET/venv
case "$(uname -m)" in aarch64 | arm64) MACHINE=arm64 ;; *) MACHINE=x86-64 ;; esac

find_python() { # prints a Python 3.13: with 3.12 LocalStack 2026.3.0 does not start, for 3.14 its packages exclude each other
    local python
    for python in python3.13 python3 "$HOME"/.pyenv/versions/3.13.*/bin/python /usr/local/bin/python3.13 /opt/homebrew/bin/python3.13; do
        if "$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info[:2] != (3, 13))' 2>/dev/null; then
            command -v "$python"
            return
        fi
    done
    say "LocalStack 2026.3.0 needs Python 3.13 with venv: install one (python3.13-venv, or by pyenv)."
    return 1
}

sum_of() { # FILE_OR_FOLDER...: a checksum of all that is in them
    find "$@" -type f ! -path '*/__pycache__/*' -print0 | sort -z | xargs -0 cat | cksum
}

prepare_python() { # installs LocalStack and our plugin where that has not been done, or for other versions
    local want
    mkdir -p "$TARGET"
    want=$(sum_of localstack/requirements.txt localstack/requirements-build.txt)
    if [ "$(cat "$VENV/passby-requirements" 2>/dev/null)" != "$want" ]; then
        say "Installing LocalStack (half a gigabyte, from PyPI, every file checked against its hash) ..."
        rm -rf "$VENV"
        "$(find_python)" -m venv "$VENV"
        pip install --require-hashes --only-binary :all: -r localstack/requirements-build.txt
        # A few packages come as sources: they are built by what stands in the line above, not by what pip would fetch for it.
        pip install --no-compile --require-hashes --no-build-isolation -r localstack/requirements.txt
        printf '%s\n' "$want" >"$VENV/passby-requirements"
    fi
    want=$(sum_of localstack/python/pyproject.toml localstack/python/passby_localstack)
    if [ "$(cat "$VENV/passby-plugin" 2>/dev/null)" != "$want" ]; then
        rm -rf "$TARGET/plugin"
        cp -r localstack/python "$TARGET/plugin"
        pip install --no-deps --no-build-isolation --force-reinstall "$TARGET/plugin"
        printf '%s\n' "$want" >"$VENV/passby-plugin"
    fi
}

pip() {
    "$VENV/bin/python" -m pip --quiet --disable-pip-version-check "$@"
}

newer() { # FILE SOURCE...: whether the file is there and no source is newer
    [ -e "$1" ] && [ -z "$(find "${@:2}" -type f -newer "$1" -print -quit)" ]
}

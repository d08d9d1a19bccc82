#!/bin/sh
# The small form of the training, in a few minutes on one core. PYTHON names an interpreter with requirements.txt installed.
set -eu
cd "$(dirname "$0")"
export OMP_WAIT_POLICY=passive OMP_NUM_THREADS=1
nice -n 19 "${PYTHON:-python3}" -m pytest -q -p no:cacheprovider tests

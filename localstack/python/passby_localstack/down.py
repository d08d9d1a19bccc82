"""Ends what up started."""

from passby_localstack.place import Place
from passby_localstack.processes import Processes


def main() -> None:
    ended = Processes(Place.here()).end()
    print(f"Ended: {', '.join(ended)}." if ended else "Nothing of ours was running.")


if __name__ == "__main__":
    main()

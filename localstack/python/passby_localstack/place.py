"""Where everything is: the folder of this tool and the ports on loopback."""

import os
from dataclasses import dataclass
from pathlib import Path

PORT = "PASSBY_LOCALSTACK_PORT"
USUAL_PORT = 4566

REGION = "us-east-1"
ACCOUNT = "000000000000"
AUDIENCE = "springfield"


@dataclass(frozen=True)
class Place:
    """root: the checkout. folder: all that up makes, ignored by git, deleted by down --purge. port: of LocalStack."""

    root: Path
    folder: Path
    port: int

    @classmethod
    def here(cls) -> "Place":
        """From the environment that localstack/lib.sh sets."""
        root = Path(os.environ["PASSBY_ROOT"])
        return cls(root, root / "localstack" / "target", int(os.environ.get(PORT, USUAL_PORT)))

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def issuer_port(self) -> int:
        return self.port + 1

    @property
    def desk_port(self) -> int:
        return self.port + 2

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.issuer_port}/passby"

    @property
    def issuer_keys(self) -> str:
        return f"{self.issuer}/jwks"

    @property
    def desk(self) -> str:
        return f"http://127.0.0.1:{self.desk_port}"

    @property
    def logs(self) -> Path:
        return self.folder / "logs"

    @property
    def functions_logs(self) -> Path:
        return self.logs / "functions"

    @property
    def record(self) -> Path:
        """Of the processes that were started."""
        return self.folder / "processes.json"

    @property
    def images(self) -> Path:
        """The commands that stand for images, by URI."""
        return self.folder / "images.json"

    @property
    def built(self) -> Path:
        """What up deployed last."""
        return self.folder / "built.json"

    @property
    def addresses(self) -> Path:
        """What a shell reads to speak with the city."""
        return self.folder / "city.env"

    @property
    def filesystem(self) -> Path:
        """What LocalStack takes for the root of its file system."""
        return self.folder / "filesystem"

    @property
    def home(self) -> Path:
        """Of LocalStack and of functions."""
        return self.folder / "home"

    @property
    def libraries(self) -> Path:
        """Where LocalStack looks for what it would otherwise download."""
        return self.filesystem / "var" / "lib" / "localstack" / "lib"

    def credentials(self) -> dict[str, str]:
        """What the AWS CLI, an SDK or the CDK needs in its environment to speak with this LocalStack and with nobody else."""
        return {
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_REGION": REGION,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        }

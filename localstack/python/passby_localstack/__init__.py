"""The stack of a city in a LocalStack on this machine: what localstack/up, down and test run."""

"""Tests that scripts/check-api can fail: each case changes a copy of the API's document and runs the script on both."""

import json
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "functions/aws/src/main/resources/passby/openapi.json"


class CheckApiTest(unittest.TestCase):
    def setUp(self):
        self.released = json.loads(DOCUMENT.read_text())
        self.current = json.loads(DOCUMENT.read_text())
        self.released["info"]["version"] = "1.4.2"
        self.current["info"]["version"] = "1.5.0"

    def check(self):
        with tempfile.TemporaryDirectory() as folder:
            files = []
            for name, document in (("released", self.released), ("current", self.current)):
                files.append(pathlib.Path(folder, name + ".json"))
                files[-1].write_text(json.dumps(document))
            run = subprocess.run([ROOT / "scripts/check-api", *files], capture_output=True, text=True, timeout=600)
        return run.returncode, run.stderr

    def assert_breaks(self, what):
        status, said = self.check()
        self.assertEqual(1, status, said)
        self.assertIn(what, said)
        self.assertIn("give info.version a higher first number (it is 1.5.0)", said)

    def object_schema(self):
        """A schema of an answer that has optional and required properties."""
        return self.current["components"]["schemas"]["Problem"]

    def test_an_unchanged_api_passes(self):
        status, said = self.check()
        self.assertEqual(0, status, said)

    def test_a_new_route_passes(self):
        self.current["paths"]["/v1/made-up"] = self.current["paths"]["/v1/health"]
        status, said = self.check()
        self.assertEqual(0, status, said)

    def test_a_removed_route_breaks_clients(self):
        del self.current["paths"]["/v1/searches"]
        self.assert_breaks("/v1/searches")

    def test_a_new_required_property_of_a_request_breaks_clients(self):
        schema = self.current["paths"]["/v1/searches"]["post"]["requestBody"]["content"]["application/json"]["schema"]
        while "$ref" in schema:
            schema = self.current["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
        schema["properties"]["madeUp"] = {"type": "string"}
        schema.setdefault("required", []).append("madeUp")
        self.assert_breaks("madeUp")

    def test_a_removed_optional_property_of_an_answer_breaks_clients(self):
        schema = self.object_schema()
        optional = next(name for name in schema["properties"] if name not in schema.get("required", []))
        del schema["properties"][optional]
        self.assert_breaks(optional)

    def test_a_higher_first_number_of_the_version_says_so(self):
        del self.current["paths"]["/v1/searches"]
        self.current["info"]["version"] = "2.0.0"
        status, said = self.check()
        self.assertEqual(0, status, said)
        self.assertIn("its first number says so", said)


if __name__ == "__main__":
    unittest.main()

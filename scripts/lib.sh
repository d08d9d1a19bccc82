# Shared by the scripts: finds the JDK and Maven, builds what is to be run. Source it, do not run it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

JDK_VERSION=25

say() { printf '%s\n' "$*" >&2; }

is_jdk() { # HOME: whether it is a JDK of our version, by its release file, without starting it
    [ -x "$1/bin/javac" ] && grep -q "^JAVA_VERSION=\"$JDK_VERSION[.\"]" "$1/release" 2>/dev/null
}

find_jdk() { # prints the home of the first JDK of our version
    local java home
    local homes=("${JAVA_HOME:-}")
    if java=$(command -v java); then
        home=$(dirname "$(dirname "$(readlink -f "$java")")")
        homes+=("$home" "$(dirname "$home")"/*)
    fi
    homes+=(/usr/lib*/jvm/* /usr/java/* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*)
    homes+=(/Library/Java/JavaVirtualMachines/*/Contents/Home)
    for home in "${homes[@]}"; do
        if [ -n "$home" ] && is_jdk "$home"; then
            printf '%s\n' "$home"
            return
        fi
    done
    say "Passby needs JDK $JDK_VERSION: install one (Temurin $JDK_VERSION, say) or set JAVA_HOME to it."
    return 1
}

JAVA_HOME=$(find_jdk)
export JAVA_HOME

maven() {
    # Maven's own libraries still use what newer JDKs warn of.
    export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
    if command -v mvn >/dev/null; then
        mvn -B "$@"
    else
        ./mvnw -B "$@"
    fi
}

jars() { # only JAR|FOLDER PATTERN... | zip ZIP FOLDER: packs what is deployed, the same bytes each time
    "$JAVA_HOME/bin/java" scripts/Jars.java "$@"
}

CLASSPATH_FILE=localstack/local/target/classpath

is_built() { # whether nothing that the local city is made of is newer than its last build
    [ -f "$CLASSPATH_FILE" ] && [ -z "$(find pom.xml functions/*/pom.xml functions/*/src/main recognizer-*/pom.xml \
        recognizer-*/src/main localstack/local/pom.xml localstack/local/src/main -newer "$CLASSPATH_FILE" -type f -print -quit)" ]
}

build_city() { # compiles the local city where needed; its class path then stands in $CLASSPATH_FILE
    if ! is_built; then
        say "Building (the first time this also fetches what Passby is made of) ..."
        maven -q package -Dmaven.test.skip=true -Dspotless.check.skip=true -pl localstack/local -am >&2
        printf 'localstack/local/target/classes:' | cat - localstack/local/target/dependencies.classpath >"$CLASSPATH_FILE"
    fi
}

city() { # MAIN_CLASS ARGUMENTS...: runs a main class of the local city in place of this script
    # The class path goes by the environment, so that the command line stays readable.
    CLASSPATH=$(cat "$CLASSPATH_FILE")
    export CLASSPATH
    exec "$JAVA_HOME/bin/java" ${PASSBY_JVM:--Xmx1g} -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \
        --sun-misc-unsafe-memory-access=allow "$@"
}

WEB_MARK=web/target/site/public/index.html

has_node() { # whether a Node.js that builds the web app is here (20.19 or newer)
    command -v npm >/dev/null && node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' 2>/dev/null
}

install_web() { # what the web app is built of, at the versions of the lock file
    if [ web/package-lock.json -nt web/node_modules/.package-lock.json ]; then
        (cd web && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
    fi
}

build_web() { # builds the web app where needed; without Node.js it is left out, and the city says so
    if ! has_node || { [ -f "$WEB_MARK" ] && [ -z "$(find web/app web/public-page web/*.json web/vite.config.ts \
        functions/aws/src/main/resources/passby/openapi.json -newer "$WEB_MARK" -type f -print -quit)" ]; }; then
        return
    fi
    say "Building the web app ..."
    install_web
    (cd web && npm run --silent build >&2)
}

INFRA_CLASSPATH_FILE=infra/target/classpath

build_infra() { # compiles the stack where needed; its class path then stands in $INFRA_CLASSPATH_FILE
    if older_than_sources "$INFRA_CLASSPATH_FILE" \
        || [ -n "$(find infra/pom.xml infra/src/main -newer "$INFRA_CLASSPATH_FILE" -type f -print -quit)" ]; then
        say "Building the stack (the first time this also fetches the CDK) ..."
        maven -q package -Dmaven.test.skip=true -Dspotless.check.skip=true -pl infra -am >&2
        printf '%s/infra/target/classes:' "$PWD" | cat - infra/target/dependencies.classpath >"$INFRA_CLASSPATH_FILE"
    fi
}

TOOLS_CLASSPATH_FILE=operator-tools/target/classpath

build_tools() { # compiles the operator's tools, and the stack with them, where needed
    if older_than_sources "$TOOLS_CLASSPATH_FILE" || [ -n "$(find infra/pom.xml infra/src/main operator-tools/pom.xml operator-tools/src/main \
        -newer "$TOOLS_CLASSPATH_FILE" -type f -print -quit)" ]; then
        say "Building the operator's tools (the first time this also fetches the CDK) ..."
        maven -q package -Dmaven.test.skip=true -Dspotless.check.skip=true -pl operator-tools -am >&2
        printf '%s/infra/target/classes:' "$PWD" | cat - infra/target/dependencies.classpath >"$INFRA_CLASSPATH_FILE"
        printf '%s/operator-tools/target/classes:' "$PWD" | cat - operator-tools/target/dependencies.classpath >"$TOOLS_CLASSPATH_FILE"
    fi
}

tool() { # MAIN_CLASS ARGUMENTS...: runs one of the operator's tools
    CLASSPATH=$(cat "$TOOLS_CLASSPATH_FILE") "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "$@"
}

install_cdk() { # the CDK's command line, at the version of the lock file
    if [ infra/package-lock.json -nt infra/node_modules/.package-lock.json ]; then
        (cd infra && npm ci --no-audit --no-fund --loglevel=error >&2)
    fi
}

stacks() { # CDK_ARGUMENTS...: runs the CDK's command line on the stack
    install_cdk
    CLASSPATH=$(cat "$INFRA_CLASSPATH_FILE")
    export CLASSPATH JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION=1 JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=20 CDK_DISABLE_VERSION_CHECK=1
    (cd infra && node_modules/.bin/cdk --no-notices "$@")
}

older_than_sources() { # FILE: whether what it is made of has changed since, or it was never made
    [ ! -f "$1" ] || [ -n "$(find pom.xml functions/*/pom.xml functions/*/src/main recognizer-*/pom.xml \
        recognizer-*/src/main -newer "$1" -type f -print -quit)" ]
}

is_recognizer_built() { # ARCH: whether the files of the recogniser's image are there, for that processor
    local mark=recognizer-container/target/image-arch
    ! older_than_sources "$mark" && [ "$(cat "$mark")" = "$1" ]
}

VERIFIER_JAR=ledger-verifier/target/verify.jar

build_verifier() { # builds the one jar that checks ledgers, where needed
    if [ ! -f "$VERIFIER_JAR" ] || [ -n "$(find pom.xml functions/core/src/main ledger-verifier/pom.xml ledger-verifier/src/main \
        -newer "$VERIFIER_JAR" -type f -print -quit)" ]; then
        say "Building the verifier ..."
        maven -q package -Dmaven.test.skip=true -Dspotless.check.skip=true -pl ledger-verifier -am >&2
    fi
}

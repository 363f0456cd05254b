# Sourced by mvnw and ops-cli: points JAVA_HOME at a JDK 25 or newer.
# Reads the "release" file that every JDK carries, so no JVM is started to ask.

readonly REQUIRED_JAVA=25

jdk_candidates() {
    printf '%s\n' "${JAVA_HOME:-}" "${JAVA25_HOME:-}" "${JAVA_HOME_25_X64:-}" "${JAVA_HOME_25_ARM64:-}"
    local javac
    if javac=$(command -v javac); then
        javac=$(readlink -f "$javac" 2>/dev/null || printf '%s' "$javac")
        printf '%s\n' "${javac%/bin/javac}"
    fi
    printf '%s\n' /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
        "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home
}

is_recent_jdk() {
    [[ -x "$1/bin/javac" && -f "$1/release" ]] || return 1
    local version
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    [[ "${version:-0}" -ge "$REQUIRED_JAVA" ]]
}

find_jdk() {
    local candidate
    while IFS= read -r candidate; do
        if [[ -n "$candidate" ]] && is_recent_jdk "$candidate"; then
            export JAVA_HOME="$candidate"
            return 0
        fi
    done < <(jdk_candidates)
    {
        echo "A JDK $REQUIRED_JAVA or newer is needed, and none was found."
        echo "Install one (Eclipse Temurin $REQUIRED_JAVA, for example) or set JAVA_HOME to it."
    } >&2
    return 1
}

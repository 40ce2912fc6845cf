# Needs make, a JDK 25 and Maven; says so where one is missing.

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help

MAVEN_FOR_DEV := 3.9.11

SOURCES = pom.xml $(shell find src/main -type f)
JAR := target/quarkus-app/quarkus-run.jar
AOT_CACHE := target/quarkus-app/solecast.aot
LAUNCHER := target/quarkus-app/solecast
JAR_WITHOUT_POSTGRESQL := target/quarkus-app-without-postgresql/quarkus-run.jar

# The home of the first JDK of 25 or later: that of JAVA_HOME, of the java on the path, or of the usual places.
define FIND_JDK
for home in "$$JAVA_HOME" \
    "$$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.home = //p')" \
    "$$(/usr/libexec/java_home -v 25 2>/dev/null)" \
    /usr/lib/jvm/*25* /usr/java/*25* /opt/*25* /opt/java/* "$$HOME"/.sdkman/candidates/java/25* "$$HOME"/.jdks/*25*; do \
  version=$$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$$home/release" 2>/dev/null); \
  if [ "$${version:-0}" -ge 25 ] && [ -x "$$home/bin/javac" ]; then echo "$$home"; break; fi; \
done
endef

define NO_JDK
Solecast needs a JDK 25 and none was found: install one (apt install openjdk-25-jdk, brew install openjdk@25, or\
sdk install java 25-tem), or set JAVA_HOME to where it is.
endef

define NO_MAVEN
Solecast is built by Maven 3.8.7 or later and there is no mvn on the path: apt install maven, or brew install maven.
endef

define NO_CHROMIUM
The browser tests need Chromium and none was found: apt install chromium, or brew install --cask chromium, or set CHROMIUM\
to where it is.
endef

define NO_LOAD
The benchmark needs wrk and pgbench: apt install wrk postgresql, or brew install wrk postgresql.
endef

HAVE_LOAD = command -v wrk >/dev/null \
  && { command -v pgbench || ls /usr/lib/postgresql/*/bin/pgbench; } >/dev/null 2>&1

# The places where the tests look too.
HAVE_CHROMIUM = for browser in "$$CHROMIUM" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome \
    "/Applications/Chromium.app/Contents/MacOS/Chromium" \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do [ -x "$$browser" ] && break; done; [ -x "$$browser" ]

# Looked for once, and only where a target needs it.
JDK = $(eval JDK := $$(shell $$(FIND_JDK)))$(JDK)
export MAVEN_OPTS += --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
MVN = JAVA_HOME="$(JDK)" mvn -B -ntp

##@ Use

.PHONY: run
run: jdk $(JAR) $(AOT_CACHE) $(LAUNCHER) ## Start the service at http://localhost:8080, building it if need be; Ctrl-C ends it
# In the background a shell's child is deaf to Ctrl-C, so the end is passed on, and make has no error to report.
	@JAVA_HOME="$(JDK)" target/quarkus-app/solecast & service=$$!; trap 'kill $$service' INT TERM; \
	while wait $$service; status=$$?; kill -0 $$service 2>/dev/null; do :; done; \
	case $$status in 143) ;; *) exit $$status;; esac

.PHONY: admin-key
admin-key: jdk $(JAR) ## Print a new admin key, for the service's own database or the one that is configured
	@"$(JDK)/bin/java" -jar $(JAR) admin-key

.PHONY: import
import: jdk $(JAR) ## Send a file of lines to the running service: make import FILE=shoes.ndjson, with the key in SOLECAST_KEY
	@"$(JDK)/bin/java" -jar $(JAR) import "$(FILE)" "$(QUERY)"

.PHONY: jar
jar: jdk $(JAR) $(AOT_CACHE) $(LAUNCHER) ## Build the service into target/quarkus-app, whose program solecast starts it

##@ Work on it

.PHONY: dev
dev: jdk maven ## Start the service so that it reloads as its sources change
# Live reload wants a newer Maven than some systems have; the one they have fetches it as it fetches everything else.
	@maven=mvn; \
	if $(MVN) --version | grep -Eq 'Apache Maven 3\.[0-8]\.'; then \
	  maven=target/maven/apache-maven-$(MAVEN_FOR_DEV)/bin/mvn; \
	  [ -x $$maven ] || $(MVN) -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack \
	    -Dartifact=org.apache.maven:apache-maven:$(MAVEN_FOR_DEV):zip:bin -DoutputDirectory=target/maven || exit 1; \
	fi; \
	trap : INT; JAVA_HOME="$(JDK)" $$maven quarkus:dev -Ddebug=false -Dquarkus.analytics.disabled=true || [ $$? = 130 ]

.PHONY: test
test: jdk maven chromium ## Run the tests
	@$(MVN) test

.PHONY: check
check: jdk maven ## Check format, compiler findings, architecture, and that openapi.yaml is what the code generates
	@$(MVN) -q spotless:check || { echo 'The format is not the agreed one: make format sets it right.'; exit 1; }
	@$(MVN) -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -Pcheck clean compile
	@$(MVN) -q package -Dtest=ArchitectureTest
	@git diff --quiet HEAD -- openapi && test -z "$$(git ls-files --others --exclude-standard openapi)" \
	  || { echo 'openapi/openapi.yaml was not what the code generates; the build has written it anew: commit it.'; exit 1; }

.PHONY: soak
soak: jdk maven $(JAR_WITHOUT_POSTGRESQL) $(JAR) $(AOT_CACHE) ## Run the longer tests: faults and load, against the packaged service
	@command -v perl >/dev/null || { echo 'These tests need perl, to press Ctrl-C: apt install perl.'; exit 1; }
	@$(MVN) test -Dgroups=soak -DexcludedGroups=none

.PHONY: evaluate
evaluate: jdk maven ## Judge the forecast on simulated releases and draw the plots of its page
	@$(MVN) -q test-compile
	@"$(JDK)/bin/java" -cp target/classes:target/test-classes dev.solecast.forecast.evaluation.Evaluate \
	  src/main/resources/META-INF/resources/docs/method

.PHONY: bench
bench: jdk maven load $(JAR_WITHOUT_POSTGRESQL) $(JAR) $(AOT_CACHE) $(LAUNCHER) ## Measure the service against its limits; SIZE=120000 for the largest catalogue
	@$(MVN) -q test-compile
	@"$(JDK)/bin/java" -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
	  -cp 'target/test-classes:target/classes:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*' \
	  dev.solecast.bench.Bench $(SIZE)

.PHONY: bench-forecast
bench-forecast: jdk maven ## Measure what a forecast costs
	@$(MVN) -q -Pjmh test-compile exec:exec

.PHONY: format
format: jdk maven ## Format the sources
	@$(MVN) -q spotless:apply

.PHONY: clean
clean: ## Remove what was built; the data folder stays
	@rm -rf target

.PHONY: help
help:
	@awk 'BEGIN { FS = ":.*## " } \
	  /^##@ / { printf "\n%s\n", substr($$0, 5) } \
	  /^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: jdk
jdk:
	@test -n "$(JDK)" || { echo '$(NO_JDK)'; exit 1; }

.PHONY: maven
maven:
	@command -v mvn >/dev/null || { echo '$(NO_MAVEN)'; exit 1; }

# Some tests drive a browser; CHROMIUM says which, where it is in no usual place.
.PHONY: chromium
chromium:
	@$(HAVE_CHROMIUM) && exit; \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	  echo 'Installing Chromium for the browser tests ...'; \
	  { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends chromium; } \
	    >/dev/null; \
	fi; \
	$(HAVE_CHROMIUM) || { echo '$(NO_CHROMIUM)'; exit 1; }

# What asks, and what asks the database alone.
.PHONY: load
load:
	@$(HAVE_LOAD) && exit; \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	  echo 'Installing wrk and pgbench ...'; \
	  { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends wrk postgresql; } \
	    >/dev/null; \
	fi; \
	$(HAVE_LOAD) || { echo '$(NO_LOAD)'; exit 1; }

$(JAR): $(SOURCES)
	@$(MAKE) jdk maven
	@echo 'Building Solecast ...' >&2
	@$(MVN) -q package -DskipTests
	@touch $@

# Whoever built the package, make or Maven alone.
$(LAUNCHER): src/main/launch/solecast $(JAR)
	@cp $< $@

# What the JVM learns in one start, kept so that the next ones are faster; on a database of its own.
$(AOT_CACHE): $(JAR) src/main/launch/learn
	@echo 'Learning to start fast ...' >&2
	@rm -rf target/learning
	@JAVA_HOME="$(JDK)" SOLECAST_DATA=target/learning src/main/launch/learn $(@D) \
	  -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xmx224m
	@rm -rf target/learning

$(JAR_WITHOUT_POSTGRESQL): $(SOURCES)
	@$(MAKE) jdk maven
	@echo 'Building Solecast without PostgreSQL ...'
	@$(MVN) -q package -DskipTests -Dembedded=false -Dquarkus.package.output-directory=quarkus-app-without-postgresql
	@touch $@

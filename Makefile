# Requires make, a JDK 25 and Maven; targets say which one is missing.

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help

MAVEN_FOR_DEV := 3.9.11

SOURCES = pom.xml $(shell find src/main -type f)
JAR := target/quarkus-app/quarkus-run.jar
AOT_CACHE := target/quarkus-app/solecast.aot
LAUNCHER := target/quarkus-app/solecast
JAR_WITHOUT_POSTGRESQL := target/quarkus-app-without-postgresql/quarkus-run.jar

# Prints the home of the first JDK 25 or later found in JAVA_HOME, on the path, or in the usual places.
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

# The tests look in the same places.
HAVE_CHROMIUM = for browser in "$$CHROMIUM" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome \
    "/Applications/Chromium.app/Contents/MacOS/Chromium" \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do [ -x "$$browser" ] && break; done; [ -x "$$browser" ]

# Evaluated once, and only if a target needs it.
JDK = $(eval JDK := $$(shell $$(FIND_JDK)))$(JDK)
export MAVEN_OPTS += --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
MVN = JAVA_HOME="$(JDK)" mvn -B -ntp

# The main class of each drill.
DRILLS = attack
DRILL_attack = AttackDrill

##@ Use

.PHONY: run
run: jdk $(JAR) $(AOT_CACHE) $(LAUNCHER) ## Build the service if necessary and start it at http://localhost:8080; Ctrl-C stops it
# A background process of the shell ignores Ctrl-C, so the signal is passed on; status 143 (SIGTERM) is not an error.
	@JAVA_HOME="$(JDK)" target/quarkus-app/solecast & service=$$!; trap 'kill $$service' INT TERM; \
	while wait $$service; status=$$?; kill -0 $$service 2>/dev/null; do :; done; \
	case $$status in 143) ;; *) exit $$status;; esac

.PHONY: admin-key
admin-key: jdk $(JAR) ## Create and print a new admin key, in the embedded database or the configured one
	@"$(JDK)/bin/java" -jar $(JAR) admin-key

.PHONY: import
import: jdk $(JAR) ## Import a file into the running service: make import FILE=shoes.ndjson, with the key in SOLECAST_KEY
	@"$(JDK)/bin/java" -jar $(JAR) import "$(FILE)" "$(QUERY)"

.PHONY: jar
jar: jdk $(JAR) $(AOT_CACHE) $(LAUNCHER) ## Build the service into target/quarkus-app; the program solecast there starts it

##@ Development

.PHONY: dev
dev: jdk maven ## Start the service with live reload of its sources
# Live reload requires Maven 3.9; an older Maven downloads it as a dependency.
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
check: jdk maven ## Check the format, compiler warnings, architecture rules, and that openapi.yaml is up to date
	@$(MVN) -q spotless:check || { echo 'The format is not the agreed one: make format sets it right.'; exit 1; }
	@$(MVN) -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -Pcheck clean compile
	@$(MVN) -q package -Dtest=ArchitectureTest
	@git diff --quiet HEAD -- openapi && test -z "$$(git ls-files --others --exclude-standard openapi)" \
	  || { echo 'openapi/openapi.yaml was not what the code generates; the build has written it anew: commit it.'; exit 1; }

.PHONY: soak
soak: jdk maven $(JAR_WITHOUT_POSTGRESQL) $(JAR) $(AOT_CACHE) $(LAUNCHER) ## Run the long tests: faults and load, against the packaged service
	@command -v perl >/dev/null || { echo 'These tests need perl, to press Ctrl-C: apt install perl.'; exit 1; }
	@$(MVN) test -Dtests=soak -Dtests.parallel=false

.PHONY: evaluate
evaluate: jdk maven ## Evaluate the forecast on simulated releases and draw the plots of /docs/method
	@$(MVN) -q test-compile
	@"$(JDK)/bin/java" -cp target/classes:target/test-classes dev.solecast.forecast.evaluation.Evaluate \
	  src/main/resources/META-INF/resources/docs/method

.PHONY: bench
bench: jdk maven load $(JAR_WITHOUT_POSTGRESQL) $(JAR) $(AOT_CACHE) $(LAUNCHER) ## Benchmark the service and compare with its limits; SIZE=120000 for the largest catalog
	@$(MVN) -q test-compile
	@"$(JDK)/bin/java" -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
	  -cp 'target/test-classes:target/classes:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*' \
	  dev.solecast.bench.Bench $(SIZE)

.PHONY: drill
drill: jdk maven $(JAR) $(AOT_CACHE) $(LAUNCHER) ## Put the packaged service under stress: NAME=attack (SIZE, SECONDS, ONLY) or NAME=fuzz (ROUNDS, SEED)
ifeq ($(NAME),fuzz)
# Run as a test, because it needs their libraries to validate answers.
	@$(MVN) test -Dtests=soak -Dtests.parallel=false -Dtest=FuzzSoakTest -Dfuzz.rounds=$(or $(ROUNDS),1500) \
	  $(if $(SEED),-Dfuzz.seed=$(SEED))
else
	@test -n "$(filter $(NAME),$(DRILLS))" || { echo 'Say which, of: $(DRILLS) fuzz. For example make drill NAME=attack'; exit 1; }
	@$(MVN) -q test-compile
	@"$(JDK)/bin/java" -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
	  -cp 'target/test-classes:target/classes:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*' \
	  dev.solecast.drill.$(DRILL_$(NAME)) $(or $(SIZE),120000) $(or $(SECONDS),60) "$(ONLY)"
endif

.PHONY: bench-forecast
bench-forecast: jdk maven ## Benchmark the computation of forecasts (JMH)
	@$(MVN) -q -Pjmh test-compile exec:exec

.PHONY: format
format: jdk maven ## Format the sources
	@$(MVN) -q spotless:apply

.PHONY: clean
clean: ## Remove build output; the data folder stays
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

# Some tests need a browser; CHROMIUM sets its path if it is not in one of the usual places.
.PHONY: chromium
chromium:
	@$(HAVE_CHROMIUM) && exit; \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	  echo 'Installing Chromium for the browser tests ...'; \
	  { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends chromium; } \
	    >/dev/null; \
	fi; \
	$(HAVE_CHROMIUM) || { echo '$(NO_CHROMIUM)'; exit 1; }

# wrk loads the service, pgbench the database alone.
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

# A separate step, because Maven alone does not copy the launcher.
$(LAUNCHER): src/main/launch/solecast $(JAR)
	@cp $< $@

# The AOT cache, which makes later starts faster; recorded in a training run on a temporary database.
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

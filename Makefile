# Needs make, a JDK 25 and Maven; says so where one is missing.

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help

MAVEN_FOR_DEV := 3.9.11

SOURCES = pom.xml $(shell find src/main -type f)
JAR := target/quarkus-app/quarkus-run.jar
AOT_CACHE := target/solecast.aot
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

# Looked for once, and only where a target needs it.
JDK = $(eval JDK := $$(shell $$(FIND_JDK)))$(JDK)
export MAVEN_OPTS += --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
MVN = JAVA_HOME="$(JDK)" mvn -B -ntp

##@ Use

.PHONY: run
run: jdk $(JAR) $(AOT_CACHE) ## Start the service at http://localhost:8080, building it if need be; Ctrl-C ends it
# In the background a shell's child is deaf to Ctrl-C, so the end is passed on, and make has no error to report.
	@"$(JDK)/bin/java" -XX:AOTCache=$(AOT_CACHE) -jar $(JAR) & service=$$!; trap 'kill $$service' INT TERM; \
	while wait $$service; status=$$?; kill -0 $$service 2>/dev/null; do :; done; \
	case $$status in 143) ;; *) exit $$status;; esac

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
test: jdk maven ## Run the tests
	@$(MVN) test

.PHONY: check
check: jdk maven ## Check format, compiler findings, architecture, and that openapi.yaml is what the code generates
	@$(MVN) -q spotless:check || { echo 'The format is not the agreed one: make format sets it right.'; exit 1; }
	@$(MVN) -q -Pcheck clean compile
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
	@"$(JDK)/bin/java" -cp target/classes:target/test-classes dev.solecast.release.forecast.evaluation.Evaluate \
	  src/main/resources/META-INF/resources/docs/method

.PHONY: bench
bench: jdk maven ## Measure what a forecast costs
	@$(MVN) -q -Pbench test-compile exec:exec

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
	  /^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: jdk
jdk:
	@test -n "$(JDK)" || { echo '$(NO_JDK)'; exit 1; }

.PHONY: maven
maven:
	@command -v mvn >/dev/null || { echo '$(NO_MAVEN)'; exit 1; }

$(JAR): $(SOURCES)
	@$(MAKE) jdk maven
	@echo 'Building Solecast ...'
	@$(MVN) -q package -DskipTests
	@touch $@

# What the JVM learns in one start, kept so that the next ones are faster; on a port and a database of its own.
$(AOT_CACHE): $(JAR)
	@echo 'Learning to start fast ...'
	@rm -rf target/aot && mkdir -p target/aot
	@QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=0 QUARKUS_MANAGEMENT_PORT=0 SOLECAST_DATA=target/aot/data \
	  "$(JDK)/bin/java" -XX:AOTCacheOutput=$@ -jar $(JAR) > target/aot/log 2>&1 & service=$$!; \
	for attempt in $$(seq 1 600); do \
	  grep -q 'Solecast is ready' target/aot/log && break; kill -0 $$service 2>/dev/null || break; sleep 0.1; \
	done; \
	kill $$service 2>/dev/null; wait $$service; \
	test -f $@ || { cat target/aot/log; exit 1; }
	@rm -rf target/aot

$(JAR_WITHOUT_POSTGRESQL): $(SOURCES)
	@$(MAKE) jdk maven
	@echo 'Building Solecast without PostgreSQL ...'
	@$(MVN) -q package -DskipTests -Dembedded=false -Dquarkus.package.output-directory=quarkus-app-without-postgresql
	@touch $@

# Corridor's command line on a runtime of its own:
#
#   docker build -t corridor .
#   docker run --rm --user "$(id -u)" -v "$PWD:/data" corridor run iran-iraq-2019 --out results
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn -B -ntp -Pdist -Dmaven.test.skip=true -Dspotless.check.skip=true -pl dist -am package \
 && mkdir /opt/corridor \
 && tar -xzf dist/target/corridor-*-linux-*.tar.gz -C /opt/corridor --strip-components=1 \
 && /opt/corridor/bin/corridor --version

FROM debian:stable-slim
COPY --from=build /opt/corridor /opt/corridor
RUN ln -s /opt/corridor/bin/corridor /usr/local/bin/corridor && useradd --create-home corridor
USER corridor
WORKDIR /data
ENTRYPOINT ["corridor"]
CMD ["--help"]

# The command with Node and nothing else: docker build -t tactful . && docker run --rm -v "$PWD:/mails:ro" tactful
FROM node:22-slim AS build
WORKDIR /tactful
COPY . .
RUN npm ci --no-audit && npm pack --ignore-scripts --pack-destination /tmp

FROM node:22-slim
COPY --from=build /tmp/tactful-*.tgz /tmp/
RUN npm install --global --no-audit --ignore-scripts /tmp/tactful-*.tgz && rm -r /tmp/tactful-*.tgz /root/.npm
USER node
WORKDIR /mails
ENTRYPOINT ["tactful"]

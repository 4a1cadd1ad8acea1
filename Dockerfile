# One image for all processes of a deployment: API, workers and the migration.
FROM node:20-bookworm-slim
WORKDIR /keynode
ENV NODE_ENV=production
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund
COPY . .
RUN node --import tsx launch/build.ts
ENV KEYNODE_WORKFLOWS=dist/workflows.js
USER node
CMD ["node", "--import", "tsx", "api/main.ts"]

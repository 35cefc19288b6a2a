# reportgen with all that the PDF needs:
#
#   docker build -t reportgen .
#   docker run --rm --user "$(id -u):$(id -g)" -v "$PWD:/work" reportgen build inputs
#
# The base is the newest system on which `make report` was seen green with its own Python (.ci/clean-roots).
FROM debian:13-slim
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends python3-venv && rm -rf /var/lib/apt/lists/*
WORKDIR /opt/source
COPY .ci/system .ci/system
RUN .ci/system use && rm -rf /var/lib/apt/lists/*
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY reportgen reportgen
COPY templates templates
COPY docs/diagnostics.md docs/diagnostics.md
RUN python3 -m venv /opt/reportgen && /opt/reportgen/bin/pip install --no-cache-dir -c constraints.txt . \
    && rm -rf /opt/source
# Whoever runs it needs no home: fontconfig keeps its cache there.
ENV PATH=/opt/reportgen/bin:$PATH HOME=/tmp LANG=C.UTF-8
WORKDIR /work
ENTRYPOINT ["reportgen"]

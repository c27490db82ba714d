"""Debian's nginx with the site that is shipped, on this machine alone."""

import subprocess

from machine import REPOSITORY, end, free_port, wait_for

NGINX = REPOSITORY / ".build/nginx/usr/sbin/nginx"
NAME = "lindung.example"

# Around the site stands what Debian's nginx.conf says, as far as the site has to get the better of it.
AROUND = """
daemon off;
pid {folder}/pid;
error_log {folder}/errors;
events {{}}
http {{
    access_log {folder}/access;
    gzip on;
    ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;
    client_body_temp_path {folder}/temporary/body;
    proxy_temp_path {folder}/temporary/proxy;
    fastcgi_temp_path {folder}/temporary/fastcgi;
    uwsgi_temp_path {folder}/temporary/uwsgi;
    scgi_temp_path {folder}/temporary/scgi;
    include {folder}/site;
}}
"""


class Proxy:
    """Hands on to a port of this machine; `with` ends it."""

    def __init__(self, folder, site, port):
        self._folder, self._shipped, self._port = folder, site, port
        self.certificate = folder / "certificate"
        self.http, self.https = free_port(), free_port()

    def __enter__(self):
        (self._folder / "temporary").mkdir(parents=True)
        self._make_certificate()
        (self._folder / "site").write_text(self._site())
        (self._folder / "nginx.conf").write_text(AROUND.format(folder=self._folder))
        self._process = subprocess.Popen(
            [NGINX, "-p", self._folder, "-e", self._folder / "errors", "-c", self._folder / "nginx.conf"])
        wait_for(self.https, self._process, self._folder / "errors")
        return self

    def __exit__(self, *_):
        end(self._process)

    @property
    def writings(self):
        """When something was written for the last time into each folder for bodies that are not kept in memory."""
        folders = [self._folder / "temporary", *(self._folder / "temporary").rglob("*")]
        return {folder: folder.stat().st_mtime_ns for folder in folders}

    @property
    def logs(self):
        logs = [self._folder / name for name in ["access", "errors", "site-errors"]]
        return "".join(log.read_text() for log in logs)

    def _site(self):
        """The shipped site with other ports and files, and nothing else."""
        site = self._shipped
        for shipped, here in {
            "    listen [::]:80;\n": "",
            "    listen [::]:443 ssl;\n": "",
            "listen 80;": f"listen 127.0.0.1:{self.http};",
            "listen 443 ssl;": f"listen 127.0.0.1:{self.https} ssl;",
            "/etc/ssl/certs/lindung.pem": str(self.certificate),
            "/etc/ssl/private/lindung.key": str(self._folder / "key"),
            "/var/log/nginx/lindung.log": str(self._folder / "site-errors"),
            "http://127.0.0.1:8080": f"http://127.0.0.1:{self._port}",
        }.items():
            assert site.count(shipped) == 1, shipped
            site = site.replace(shipped, here)
        return site

    def _make_certificate(self):
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1",
             "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}",
             "-keyout", self._folder / "key", "-out", self.certificate],
            check=True, capture_output=True)

"""A disk of our own, whose power can be cut and whose space can end."""

import ctypes
import fcntl
import os
import struct
import subprocess
from contextlib import suppress

from trouble import Skipped

SIZE = 1 << 30
# FS_IOC_SHUTDOWN of linux/ext4.h: the file system is gone at once, and the journal is not written out before.
SHUT_DOWN = 0x8004587D
WITHOUT_FLUSHING = 2
# Of linux/sched.h.
NEW_MOUNTS = 0x00020000


class Disk:
    """An ext4 file system in a sparse file; `with` mounts it and takes it away."""

    def __init__(self, folder):
        self.root = folder / "disk"
        self._image = folder / "disk.img"

    def __enter__(self):
        if os.geteuid() != 0:
            raise Skipped("only root can mount a disk")
        try:
            _mount_unseen()
            self._make()
            self._rehearse()
        except subprocess.CalledProcessError as error:
            raise Skipped(error.stderr.strip() or str(error)) from error
        except OSError as error:
            raise Skipped(str(error)) from error
        return self

    def __exit__(self, *_):
        self._unmount()

    def cut(self):
        """The power fails: what was not synced was never written, and nothing can be written any more."""
        folder = os.open(self.root, os.O_RDONLY)
        try:
            fcntl.ioctl(folder, SHUT_DOWN, struct.pack("I", WITHOUT_FLUSHING))
        finally:
            os.close(folder)

    def mend(self):
        """The power is back."""
        self._unmount()
        self._mount()

    def fill(self):
        """No block is free any more."""
        with self._filler.open("wb") as filler:
            end = 0
            for size in (1 << 20, 1 << 12):
                with suppress(OSError):
                    while True:
                        os.posix_fallocate(filler.fileno(), end, size)
                        end += size

    def empty(self):
        """There is space again."""
        self._filler.unlink()

    @property
    def _filler(self):
        return self.root / "filler"

    def _make(self):
        self.root.mkdir()
        with self._image.open("wb") as image:
            image.truncate(SIZE)
        # Blocks of 4 KiB, since with smaller ones a full disk breaks SQLite's memory map; none are kept back for root.
        _run("mkfs.ext4", "-q", "-F", "-b", "4096", "-m", "0", self._image)
        self._mount()

    def _rehearse(self):
        """Not each kernel lets itself be shut down."""
        try:
            self.cut()
        except OSError:
            self._unmount()
            raise
        self.mend()

    def _mount(self):
        _run("mount", "-o", "loop", self._image, self.root)

    def _unmount(self):
        if self.root.is_mount():
            _run("umount", self.root)


def _mount_unseen():
    """Only we see what we mount: who had a copy of it would keep the dead disk in the kernel when we mount it anew."""
    if ctypes.CDLL(None, use_errno=True).unshare(NEW_MOUNTS) != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    _run("mount", "--make-rprivate", "/")


def _run(*command):
    subprocess.run(command, check=True, capture_output=True, text=True)

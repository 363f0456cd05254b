package io.opspipeline.local.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// Unpacks the server's binaries for this machine, once.
final class PostgresBinaries {

    private static final String COMPLETE = "complete";

    private PostgresBinaries() {}

    /// The folder that holds `bin`, `lib` and `share`.
    ///
    /// @throws IOException when there are no binaries for this machine, or the disk is full
    static Path unpackedIn(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(COMPLETE))) {
            Files.createDirectories(folder);
            try (InputStream packed =
                            DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                                    system(), System.getProperty("os.arch"));
                    var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
                unpack(tar, folder);
            }
            Files.createFile(folder.resolve(COMPLETE));
        }
        return folder;
    }

    private static void unpack(TarArchiveInputStream tar, Path folder) throws IOException {
        TarArchiveEntry entry = tar.getNextEntry();
        while (entry != null) {
            Path target = folder.resolve(entry.getName()).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("archive leads outside of its folder: " + entry.getName());
            }
            write(tar, entry, target);
            entry = tar.getNextEntry();
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.deleteIfExists(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        boolean posix = Files.getFileStore(target).supportsFileAttributeView("posix");
        if (posix && (entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static String system() {
        String name = System.getProperty("os.name");
        if (name.startsWith("Mac")) {
            return "Darwin";
        }
        return name.startsWith("Windows") ? "Windows" : "Linux";
    }
}

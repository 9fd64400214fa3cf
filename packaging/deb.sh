#!/usr/bin/env bash
# Builds a Debian package of target/release/gradus with nothing but dpkg-deb.
#   packaging/deb.sh         builds target/debian/gradus_VERSION_ARCH.deb
#   packaging/deb.sh check   also unpacks it and runs what was installed
set -euo pipefail
cd "$(dirname "$0")/.."

version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
architecture=$(dpkg --print-architecture)
root=target/debian/root
package=target/debian/gradus_${version}_${architecture}.deb

# Does nothing where the release is built from these very sources.
cargo build --release --locked --quiet
# The oldest C library that has everything which the program asks of it; packed addresses came with 2.36.
libc=$(grep -aoE 'GLIBC_([0-9][0-9.]*|ABI_DT_RELR)' target/release/gradus | sed 's/ABI_DT_RELR/2.36/' | sort -Vu | tail -n 1)
# Where what unwinds a panic is not linked in (build.rs).
unwinder=$(grep -aq 'libgcc_s\.so' target/release/gradus && echo ', libgcc-s1' || true)
rm -rf target/debian
install -Dm755 target/release/gradus "$root/usr/bin/gradus"
install -Dm644 assets/completions/gradus.bash "$root/usr/share/bash-completion/completions/gradus"
install -Dm644 assets/completions/_gradus "$root/usr/share/zsh/vendor-completions/_gradus"
install -Dm644 assets/completions/gradus.fish "$root/usr/share/fish/vendor_completions.d/gradus.fish"
# With the pictures and samples that they show.
for document in README.md README.zh.md CHANGELOG.md \
  assets/result.svg assets/result.zh.svg assets/sample.gradus assets/sample.zh.gradus; do
  install -Dm644 "$document" "$root/usr/share/doc/gradus/$document"
done
install -Dm644 LICENSE-MIT "$root/usr/share/doc/gradus/copyright"
install -d "$root/usr/share/man/man1" "$root/usr/share/man/zh_CN/man1"
gzip -9nc assets/gradus.1 > "$root/usr/share/man/man1/gradus.1.gz"
gzip -9nc assets/gradus.zh.1 > "$root/usr/share/man/zh_CN/man1/gradus.1.gz"
install -d "$root/DEBIAN"
cat > "$root/DEBIAN/control" <<CONTROL
Package: gradus
Version: $version
Architecture: $architecture
Maintainer: The gradus authors <gradus@localhost>
Section: misc
Priority: optional
Depends: libc6 (>= ${libc#GLIBC_})$unwinder
Installed-Size: $(du -sk "$root/usr" | cut -f 1)
Description: maturity assessment in a terminal
 Offline, in Chinese and English: asks a rubric's questions, keeps every answer
 as it is given, and shows the level of each dimension with its reasons.
CONTROL
dpkg-deb --root-owner-group --build "$root" "$package" > /dev/null
echo "$package"

if [ "${1:-}" = check ]; then
  installed=$(mktemp -d)
  trap 'rm -rf "$installed"' EXIT
  # Into a root of its own: the package database of this computer is not touched.
  mkdir -p "$installed/var/lib/dpkg/info" "$installed/var/lib/dpkg/updates"
  touch "$installed/var/lib/dpkg/status"
  dpkg --root="$installed" --force-not-root --force-depends --log=/dev/null --install "$package" > /dev/null 2>&1
  "$installed/usr/bin/gradus" --version
  HOME=$installed GRADUS_LANG=en "$installed/usr/bin/gradus" demo --plain | grep -q '24/24 answered'
  (cd "$installed/usr/share/doc/gradus" && HOME=$installed GRADUS_LANG=zh "$installed/usr/bin/gradus" show assets/sample.zh.gradus) | grep -q '24/24'
  gzip -dc "$installed/usr/share/man/man1/gradus.1.gz" | grep -q '^\.TH gradus 1'
fi

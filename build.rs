//! Tells cargo that the binary carries these folders, so that a new file in them is noticed.

fn main() {
    println!("cargo::rerun-if-changed=scenarios");
    println!("cargo::rerun-if-changed=i18n");
}

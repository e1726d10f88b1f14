#!/usr/bin/env python3
"""run.py SOURCE BUILD CMAKE [CMAKE_ARGUMENT...]

Installs the build into a temporary prefix; builds the README's first program and quick CMake lines against it with
find_package; runs the program; and looks at what the shared library exports.
"""
import os, re, shutil, subprocess, sys, tempfile

source, build, cmake, *arguments = sys.argv[1:]


def run(*command, **options):
    done = subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=240, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stdout}")
    return done.stdout


def first_program():
    """The README's program and what it prints, between the fences that follow its heading."""
    readme = open(f"{source}/README.md", encoding="utf-8").read()
    found = re.search(r"^## First program$.*?^```cpp\n(.*?)^```$.*?^It prints:$.*?^```\n(.*?)^```$", readme, re.M | re.S)
    if not found:
        sys.exit("README.md has no first program")
    return found.groups()


def strays(library):
    """Exported functions and objects that are not the project's own."""
    names = [line.split(maxsplit=2)[2] for line in run("nm", "-D", "-C", "--defined-only", library).splitlines()
             if line.split()[1] in "TDBR"]
    if not names:
        sys.exit("nothing is exported")
    return [name for name in names if not re.match(r"(typeinfo (name )?for |vtable for )?kiosque::", name)]


with tempfile.TemporaryDirectory() as folder:
    prefix = f"{folder}/prefix"
    run(cmake, "--install", build, "--prefix", prefix)
    shutil.copytree(f"{source}/tests/package/consumer", f"{folder}/consumer")
    with open(f"{folder}/consumer/main.cpp", "w", encoding="utf-8") as file:
        program, first_output = first_program()
        file.write(program)
    run(cmake, "-S", f"{folder}/consumer", "-B", f"{folder}/build", f"-DCMAKE_PREFIX_PATH={prefix}", *arguments)
    run(cmake, "--build", f"{folder}/build")
    output = run(f"{folder}/build/app", cwd=folder)
    print(output)
    if output != first_output:
        sys.exit(f"the README says that the first program prints\n{first_output}")
    leaked = [name for name in os.listdir(f"{prefix}/include/kiosque")
              if re.search(r"#include <(xapian|unicode|libstemmer|fmt|nlohmann)", open(f"{prefix}/include/kiosque/{name}").read())]
    if leaked:
        sys.exit(f"public headers include what they should hide: {leaked}")
    for library in (f"{prefix}/lib/{name}" for name in os.listdir(f"{prefix}/lib") if re.search(r"\.so(\.\d+)*$", name)):
        if strays(library):
            sys.exit(f"{library} exports {strays(library)}")
print("1 passed, 0 failed")

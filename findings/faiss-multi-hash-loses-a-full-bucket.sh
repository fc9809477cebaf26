#!/usr/bin/env bash
# FAISS 1.7.3 (Debian 12's python3-faiss): a binary multi-hash index that is written and read again may have lost all its codes.
#
# The file keeps how many codes lie in a bucket in as many bits as the number of a code takes: ceil(log2(count)). A bucket can hold all codes,
# one more than the largest number. So where their count is a power of two (one code is the smallest such index) and all of them agree in a
# part, "all" is written as zero: no error, `ntotal` is still right, and searches find nothing where they found everything before. With one
# code more or less it works. Whoever writes an index for a growing collection meets it at the first photo, or where plain pictures share
# their first bits.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
apt-get download -qq python3-faiss=1.7.3-2+b1 python3-numpy libopenblas0-pthread libblas3 liblapack3 libgfortran5 libquadmath0 libgomp1 >/dev/null 2>&1
for package in *.deb; do dpkg -x "$package" root; done
libraries=root/usr/lib/x86_64-linux-gnu
export PYTHONPATH=root/usr/lib/python3/dist-packages LD_LIBRARY_PATH=$libraries:$libraries/openblas-pthread:$libraries/blas:$libraries/lapack
cat > look.py <<'PY'
import faiss, numpy
print("FAISS", faiss.__version__)
for count in (1, 2, 3, 4, 5, 7, 8):
    codes = numpy.zeros((count, 8), dtype="uint8")
    codes[:, 7] = range(count)  # alike in the first three of four parts
    index = faiss.IndexBinaryMultiHash(64, 4, 16)
    index.add(codes)
    faiss.write_index_binary(index, "index")
    back = faiss.read_index_binary("index")
    found = [int((one.search(codes[:1], count)[1] >= 0).sum()) for one in (index, back)]
    print(f"{count} codes: {found[0]} found, after writing and reading {found[1]} (ntotal {back.ntotal})")
PY
seen=$(/usr/bin/python3 look.py)
echo "$seen"
[ "$seen" = "FAISS 1.7.3
1 codes: 1 found, after writing and reading 0 (ntotal 1)
2 codes: 2 found, after writing and reading 1 (ntotal 2)
3 codes: 3 found, after writing and reading 3 (ntotal 3)
4 codes: 4 found, after writing and reading 1 (ntotal 4)
5 codes: 5 found, after writing and reading 5 (ntotal 5)
7 codes: 7 found, after writing and reading 7 (ntotal 7)
8 codes: 8 found, after writing and reading 1 (ntotal 8)" ] || { echo 'FAISS now behaves otherwise'; exit 1; }

/*
 * Sets TCP_NODELAY on every socket that is made or accepted: preloaded into a program, it is measured without the wait of
 * Nagle's algorithm for a delayed acknowledgement. Linux; cc -shared -fPIC -o nodelay.so nodelay.c -ldl
 * Part of Trabecula, Apache-2.0.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

static int at_once(int descriptor) {
    int yes = 1;
    if (descriptor >= 0)
        setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    return descriptor;
}

int socket(int domain, int type, int protocol) {
    int (*real)(int, int, int) = dlsym(RTLD_NEXT, "socket");
    return at_once(real(domain, type, protocol));
}

int accept(int listener, struct sockaddr *address, socklen_t *length) {
    int (*real)(int, struct sockaddr *, socklen_t *) = dlsym(RTLD_NEXT, "accept");
    return at_once(real(listener, address, length));
}

int accept4(int listener, struct sockaddr *address, socklen_t *length, int flags) {
    int (*real)(int, struct sockaddr *, socklen_t *, int) = dlsym(RTLD_NEXT, "accept4");
    return at_once(real(listener, address, length, flags));
}

# SPDX-FileCopyrightText: 2026 Proofreel contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Pictures as geq expressions, different for every asset.
# scene SHAPE TOP BOTTOM GLOW NEAR FAR: prints a geq filter; colours are "R,G,B".

channel() { echo "$1" | cut -d, -f"$2"; }

plane() { # SHAPE top bottom glow near far (numbers of one colour plane)
    sky="$2+($3-($2))*Y/H"
    case $1 in
    city)
        glow="$4*0.8*exp(-(pow(X-W*0.72,2)+pow(Y-H*0.5,2))/(W*9))"
        far="gt(Y,H*(0.30+0.34*abs(sin(floor((X+T*7)/19)*12.9))))"
        lights="$4*0.75*lt(mod(X+T*7,7),3)*lt(mod(Y,9),4)*gt(sin(floor((X+T*7)/7)*78.2+floor(Y/9)*37.7),0.35)"
        near="gt(Y,H*0.85)"
        cars="$4*gt(sin((X-T*70)/9),0.93)*lt(abs(Y-H*0.91),3)"
        echo "clip(if($near,$6+$cars,if($far,$5+$lights,$sky+$glow)),0,255)"
        ;;
    hills)
        glow="$4*exp(-(pow(X-W*(0.25+T*0.02),2)+pow(Y-H*0.36,2))/(W*4))"
        far="gt(Y,H*(0.58+0.08*sin(X/43+1)+0.03*sin(X/15-T*0.1)))"
        near="gt(Y,H*(0.77+0.05*sin(X/31-T*0.4)+0.015*sin(X/7)))"
        echo "clip(if($near,$6,if($far,$5,$sky+$glow)),0,255)"
        ;;
    sea)
        glow="$4*exp(-(pow(X-W*0.6,2)+pow(Y-H*0.47,2))/(W*5))"
        shimmer="0.28*$4*gt(sin(X/11+Y*1.9+T*3)+sin(X/5-Y*2.3-T*2),1.1)"
        boat="lt(abs(X-W*(0.2+T*0.015)),(Y-H*0.38)*0.45)*lt(Y,H*0.56)*gt(Y,H*0.38)"
        echo "clip(if($boat,$6,if(gt(Y,H*0.56),$5+$shimmer,$sky+$glow)),0,255)"
        ;;
    burst)
        ring() { echo "exp(-pow(hypot(X-W*$1,Y-H*$2)-mod(T*$3+$4,70),2)/14)*(0.55+0.45*sin(16*atan2(Y-H*$2,X-W*$1)))*(1-mod(T*$3+$4,70)/70)"; }
        echo "clip($sky+$4*$(ring 0.3 0.32 24 5)+$5*$(ring 0.68 0.27 21 40)+$6*$(ring 0.52 0.68 27 20),0,255)"
        ;;
    field)
        stripes="0.10*$5*gt(sin((X-W/2)/(Y/H*0.9+0.25)/13),0)"
        lines="$4*lt(abs(hypot(X-W/2,(Y-H*0.72)*2.1)-W*0.14),2.2)"
        ball="lt(hypot(X-W*(0.5+0.4*sin(T*1.3)),Y-H*(0.6+0.2*cos(T*2.1))),6)"
        echo "clip(if($ball,$6,if(gt(Y,H*0.3),$5+$stripes+$lines,$sky)),0,255)"
        ;;
    studio)
        glow="$4*exp(-(pow(X-W*0.5,2)+pow(Y-H*0.15,2))/(W*14))"
        head="lt(hypot((X-W*0.5-4*sin(T)),(Y-H*0.36)*0.85),H*0.13)"
        body="lt(hypot((X-W*0.5-3*sin(T)),(Y-H*1.02)*0.8),H*0.44)"
        echo "clip(if($head,$5,if($body,$6,$sky+$glow)),0,255)"
        ;;
    ribbon)
        wave() { echo "exp(-pow(Y-H*($1+0.13*sin(X/$2+T*$3)),2)/$4)"; }
        echo "clip($sky+$4*$(wave 0.3 37 1.1 160)+$5*$(wave 0.55 29 -0.8 240)+$6*$(wave 0.8 51 0.6 300),0,255)"
        ;;
    esac
}

# Drawn in units of 1/320 of the long side, at five pixels a unit; T stands still, the camera moves instead.
scene() {
    printf "geq=r='%s':g='%s':b='%s'" \
        "$(plane "$1" "$(channel "$2" 1)" "$(channel "$3" 1)" "$(channel "$4" 1)" "$(channel "$5" 1)" "$(channel "$6" 1)")" \
        "$(plane "$1" "$(channel "$2" 2)" "$(channel "$3" 2)" "$(channel "$4" 2)" "$(channel "$5" 2)" "$(channel "$6" 2)")" \
        "$(plane "$1" "$(channel "$2" 3)" "$(channel "$3" 3)" "$(channel "$4" 3)" "$(channel "$5" 3)" "$(channel "$6" 3)")" |
        sed 's/\([^a-z]\)X/\1(X\/5)/g; s/\([^a-z]\)Y/\1(Y\/5)/g; s/W/(W\/5)/g; s/H/(H\/5)/g; s/T/3/g'
}
